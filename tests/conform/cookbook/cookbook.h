/* cookbook/cookbook.h: what every recipe needs: a statement is run by cquel on SQLite and PostgreSQL, beside it plain SQL by sqlite3
 * on the same file, and its texts for PostgreSQL and MariaDB by their plain clients; all must give the same rows and leave the
 * same tables.
 *
 * It knows nothing of recipes. kitchen.c and its like implement it.
 */
#ifndef COOKBOOK_H
#define COOKBOOK_H

#include "models.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cquel/words.h>

/* Which databases refuse a statement with CQ_UNSUPPORTED: 1 << client_kind. */
enum { NONE = 0, SQLITE = 1, POSTGRES = 2, MARIADB = 4 };

int kitchen_open(void **state);
int kitchen_close(void **state);
/* Around each recipe: all its mistakes are told, then it fails. */
int kitchen_clean(void **state);
int kitchen_taste(void **state);

typedef struct recipe {
	const char *file;
	int line;
	unsigned refused;  /* by which databases */
	const char *plain; /* the same in SQLite's SQL */
	const char *look;  /* after a write: a portable query of what it leaves, or NULL */
} recipe;

/* Where the executors run. */
extern cq_connection *kitchen_db;

/* Compares what cquel read (status and rows, of the target's type) and what the servers read with what the plain text gives.
 * Releases the statement. */
void kitchen_read(recipe at, cq_statement *statement, const cq_target *target, cq_status status, const cq_any_rows *rows);

/* The same of one value, as cq_scalar gives it into a C variable of the statement's own type. */
void kitchen_scalar(recipe at, cq_statement *statement, cq_status status, const void *value, size_t size, bool nullable);

/* The same of what is written; every database is as before, afterwards. changes: of cq_execute; -1: not told. */
void kitchen_wrote(recipe at, cq_statement *statement, cq_status status, int64_t changes);

/* Of what is written and read at once: the rows of RETURNING, too. */
void kitchen_returned(recipe at, cq_statement *statement, const cq_target *target, cq_status status, const cq_any_rows *rows);

#define HERE(refused, plain, look) ((recipe){__FILE__, __LINE__, refused, plain, look})

/* READ(T, refused, "plain SQL", clauses…): rows of T, in order. */
#define READ(T, refused, plain, ...)                                                                        \
	do {                                                                                                    \
		cq_statement kept_ = STATEMENT(SQL(__VA_ARGS__));                                                   \
		cq_rows(T) rows_ = {0};                                                                             \
		const cq_status status_ = cq_all(kitchen_db, T, &rows_, SQL(__VA_ARGS__));                          \
		kitchen_read(HERE(refused, plain, NULL), &kept_, &cq_target_##T.target, status_,                    \
			&(cq_any_rows){rows_.items, rows_.count, rows_.arena});                                         \
		cq_free(&rows_);                                                                                    \
	} while (0)

/* The same of a statement that is a value; it is used up. */
#define READ_KEPT(T, refused, plain, statement)                                                             \
	do {                                                                                                    \
		cq_statement kept_;                                                                                 \
		cq_statement_copy(&kept_, &(statement));                                                            \
		cq_rows(T) rows_ = {0};                                                                             \
		const cq_status status_ = cq_all(kitchen_db, T, &rows_, statement);                                 \
		kitchen_read(HERE(refused, plain, NULL), &kept_, &cq_target_##T.target, status_,                    \
			&(cq_any_rows){rows_.items, rows_.count, rows_.arena});                                         \
		cq_free(&rows_);                                                                                    \
		cq_statement_release(&(statement));                                                                 \
	} while (0)

/* SCALAR(C type, refused, "plain SQL", clauses…): one number, date or optional. */
#define SCALAR(T, refused, plain, ...)                                                                      \
	do {                                                                                                    \
		cq_statement kept_ = STATEMENT(SQL(__VA_ARGS__));                                                   \
		T value_ = {0};                                                                                     \
		const cq_status status_ = cq_scalar_one(kitchen_db, &value_, SQL(__VA_ARGS__));                     \
		kitchen_scalar(HERE(refused, plain, NULL), &kept_, status_, &value_, sizeof value_, sizeof #T > 7 && #T[3] == 'o'); \
	} while (0)

/* WRITE(refused, "plain SQL", "what to look at", clauses…) */
#define WRITE(refused, plain, look, ...)                                                                    \
	do {                                                                                                    \
		cq_statement kept_ = STATEMENT(SQL(__VA_ARGS__));                                                   \
		int64_t changes_ = 0;                                                                               \
		const cq_status status_ = cq_execute(kitchen_db, &changes_, SQL(__VA_ARGS__));                      \
		kitchen_wrote(HERE(refused, plain, look), &kept_, status_, changes_);                               \
	} while (0)

/* RETURNED(T, refused, "plain SQL", "what to look at", clauses…) */
#define RETURNED(T, refused, plain, look, ...)                                                              \
	do {                                                                                                    \
		cq_statement kept_ = STATEMENT(SQL(__VA_ARGS__));                                                   \
		cq_rows(T) rows_ = {0};                                                                             \
		const cq_status status_ = cq_all(kitchen_db, T, &rows_, SQL(__VA_ARGS__));                          \
		kitchen_returned(HERE(refused, plain, look), &kept_, &cq_target_##T.target, status_,                \
			&(cq_any_rows){rows_.items, rows_.count, rows_.arena});                                         \
		cq_free(&rows_);                                                                                    \
	} while (0)

/* A call that must succeed. */
#define MUST(call)                                                                                          \
	do {                                                                                                    \
		if ((call) != CQ_OK)                                                                                \
			fail_msg("%s:%d: %s", __FILE__, __LINE__, cq_last_error(kitchen_db)->message);                  \
	} while (0)

/* A row of the names that many recipes give. */
#define Name_FIELDS(FIELD)                 \
	FIELD(id, BIGINT, users.id)            \
	FIELD(name, TEXT, users.username)
CQ_ROW(Name)
CQ_DERIVED(Name, named)
CQ_DERIVED(Name, listed)

#define Pair_FIELDS(FIELD)                                     \
	FIELD(name,  TEXT, users.username)                         \
	FIELD(other, NULLABLE(TEXT), boss.username)
CQ_ROW(Pair)

/* Any number of one name. */
#define Count_FIELDS(FIELD)                \
	FIELD(name, TEXT)                      \
	FIELD(number, BIGINT)
CQ_ROW(Count)
CQ_DERIVED(Count, counts)

static inline cq_date day(int year, int month, int day_of_month)
{
	cq_date date = {0};
	return cq_date_make(year, month, day_of_month, &date) == CQ_OK ? date : (cq_date){INT32_MIN};
}

#define COOKBOOK_RECIPES(RECIPE) \
	RECIPE(comparisons) RECIPE(texts) RECIPE(numbers) RECIPE(choices) RECIPE(casts) RECIPE(moments) RECIPE(documents) \
	RECIPE(own_words) RECIPE(groups) RECIPE(windows) RECIPE(analytics) \
	RECIPE(joins) RECIPE(queries) RECIPE(unions) RECIPE(trees) RECIPE(lists) RECIPE(locks) \
	RECIPE(inserts) RECIPE(upserts) RECIPE(updates) RECIPE(deletes) RECIPE(absent) RECIPE(chosen) RECIPE(kept) RECIPE(mixed) RECIPE(values) RECIPE(itself) RECIPE(along)
#define COOKBOOK_DECLARE(name) void cookbook_##name(void **state);
COOKBOOK_RECIPES(COOKBOOK_DECLARE)

#endif
