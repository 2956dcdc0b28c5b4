/* support/snippet.h: tests that are the snippets of a page: each is a function as a program has it, on a session, and what it sends is counted.
 *
 * It knows nothing of models. The regions between "page: name" and "page ends" are what docs/coming-from-sqlalchemy.md shows; tests/lint/snippets.sh
 * compares the two.
 */
#ifndef CQ_TEST_SNIPPET_H
#define CQ_TEST_SNIPPET_H

#undef NDEBUG
#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/database.h"

#include <cquel.h>

/* A fresh database of the kind that the run is about, with these tables, and a session on it. Ends what was open. */
void snippet_open(const cq_table *const *tables, size_t count);
void snippet_close(void);
int snippet_teardown(void **state);

cq_engine *snippet_engine(void);
cq_session *snippet_session(void);

/* What is sent from here on is told: "BEGIN; INSERT address 3; SELECT address; COMMIT", with the rows of what is written. */
void snippet_forget(void);
void snippet_sent(size_t ours, const char *sqlite, const char *postgres, const char *file, int line);
/* The nth statement's text. */
const char *snippet_text(size_t n);

void snippet_must(cq_status status, cq_connection *db, const char *file, int line);
void snippet_refused(cq_status status, cq_status wanted, const char *words, const char *file, int line);

/* A test that is a function with an engine and a session. SNIPPET_TABLES, of the file, names the tables of its database. */
#define SNIPPET(name)                                                                                     \
	static cq_status name##_snippet(cq_engine *engine, cq_session *session);                              \
	void name(void **state);                                                                              \
	void name(void **state)                                                                               \
	{                                                                                                     \
		const cq_table *const tables_[] = { SNIPPET_TABLES };                                             \
		(void)state;                                                                                      \
		snippet_open(tables_, sizeof tables_ / sizeof *tables_);                                          \
		snippet_must(name##_snippet(snippet_engine(), snippet_session()), NULL, __FILE__, __LINE__);      \
		snippet_close();                                                                                  \
	}                                                                                                     \
	static cq_status name##_snippet(__attribute__((unused)) cq_engine *engine, __attribute__((unused)) cq_session *session)

#define SNIPPET_TEST(name) cmocka_unit_test_teardown(name, snippet_teardown),
#define SNIPPET_DECLARED(name) void name(void **state);

/* SENT(n, m, "BEGIN; INSERT address 3; COMMIT"): just that was sent since the latest SENT; n of it are statements, and no beginnings and ends of
 * transactions. m is how many SQLAlchemy sends. SENT_EITHER has SQLite's and PostgreSQL's. */
#define SENT(ours, theirs, text) snippet_sent((ours), (text), (text), __FILE__, __LINE__)
#define SENT_EITHER(ours, theirs, sqlite, postgres) snippet_sent((ours), (sqlite), (postgres), __FILE__, __LINE__)
#define FORGET() snippet_forget()

#define REFUSED(call, status, words) snippet_refused((call), (status), (words), __FILE__, __LINE__)

/* A number that a connection of its own reads. text: a literal. */
#define SEEN(text)                                                                                          \
	__extension__({                                                                                         \
		cq_connection *db_;                                                                                 \
		int64_t number_ = -1;                                                                               \
		assert_int_equal(cq_connect(snippet_engine(), &db_), CQ_OK);                                        \
		snippet_must(cq_scalar(db_, &number_, RAW_SQL(text)), db_, __FILE__, __LINE__);                     \
		cq_disconnect(&db_);                                                                                \
		snippet_forget();                                                                                   \
		number_;                                                                                            \
	})

/* Somebody else does something. text: a literal. */
#define ELSEWHERE(text)                                                                                     \
	do {                                                                                                    \
		cq_connection *db_;                                                                                 \
		assert_int_equal(cq_connect(snippet_engine(), &db_), CQ_OK);                                        \
		snippet_must(cq_execute(db_, NULL, RAW_SQL(text)), db_, __FILE__, __LINE__);                        \
		cq_disconnect(&db_);                                                                                \
		snippet_forget();                                                                                   \
	} while (0)

#include <cquel/words.h>

#endif
