/* values.h: one expression over one row, computed by every database there is and compared with what it must be.
 *
 * It knows nothing of operators. The parts of expression_values_test.c include it.
 */
#ifndef CQ_TEST_VALUES_H
#define CQ_TEST_VALUES_H

#include "query/tree.h"
#include "query/typing.h"
#include "sql/ddl.h"
#include "sql/render.h"
#include "support/client.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <cquel/define.h>
#include <cquel/words.h>

#define Mood_VALUES(VALUE) VALUE(MOOD_GLAD, "glad") VALUE(MOOD_SAD, "sad")
CQ_ENUM(Mood)

#define things_COLUMNS(COLUMN)                  \
	COLUMN(id, BIGINT, PRIMARY_KEY)             \
	COLUMN(small, SMALLINT)                     \
	COLUMN(number, INTEGER)                     \
	COLUMN(missing, NULLABLE(INTEGER))          \
	COLUMN(ratio, DOUBLE)                       \
	COLUMN(price, DECIMAL(10, 3))               \
	COLUMN(name, TEXT)                          \
	COLUMN(note, NULLABLE(TEXT))                \
	COLUMN(ready, BOOLEAN)                      \
	COLUMN(day, DATE)                           \
	COLUMN(at, TIMESTAMP)                       \
	COLUMN(clock, TIME)                         \
	COLUMN(body, JSON)                          \
	COLUMN(mood, ENUM(Mood))
CQ_MODEL(Thing, things)
CQ_ALIAS(things, other)

/* Makes the table and its rows everywhere; closes. */
int values_setup(void **state);
int values_teardown(void **state);

/* The one value of a statement, on each database whose bit (1 << client_kind) is set, is `wanted`; NULL: it is NULL. On the
 * others it is CQ_UNSUPPORTED. */
void values_check(cq_statement *statement, const char *wanted, unsigned kinds, const char *file, int line);

enum { EVERYWHERE = 7, NOT_SQLITE = 6, NOT_MARIADB = 3, ONLY_POSTGRES = 2 };

#define CHECK_VALUE_ON(kinds, row, wanted, ...)                                                                   \
	do {                                                                                                          \
		cq_statement values_statement = STATEMENT(SQL(SELECT(__VA_ARGS__), FROM(things), WHERE(EQ(things.id, row)))); \
		values_check(&values_statement, wanted, kinds, __FILE__, __LINE__);                                       \
	} while (0)
#define CHECK_VALUE(row, wanted, ...) CHECK_VALUE_ON(EVERYWHERE, row, wanted, __VA_ARGS__)

/* Over all rows. */
#define CHECK_TOTAL_ON(kinds, wanted, ...)                                              \
	do {                                                                                \
		cq_statement values_statement = STATEMENT(SQL(SELECT(__VA_ARGS__), FROM(things))); \
		values_check(&values_statement, wanted, kinds, __FILE__, __LINE__);             \
	} while (0)
#define CHECK_TOTAL(wanted, ...) CHECK_TOTAL_ON(EVERYWHERE, wanted, __VA_ARGS__)

#define VALUES_TESTS(TEST) \
	TEST(choices) TEST(casts) TEST(texts) TEST(numbers) TEST(truncated) TEST(extracted) TEST(added) TEST(apart) TEST(json) \
	TEST(json_made) TEST(aggregates) TEST(windows) TEST(lists) TEST(rows)
#define VALUES_DECLARE(name) void values_##name(void **state);
VALUES_TESTS(VALUES_DECLARE)

#endif
