/* models.h: the tables, rows and variables that the cases are written with.
 *
 * A case is a file with one statement, written twice: well, and with -DMISTAKE wrong in one line, which says behind
 * "reject:" what the first error must say; "..." stands for the sentence of the rule that the folder is named after.
 * run.sh compiles the cases; tests/conform/reject_rules_test.c runs them with the compiler's own rules switched off.
 */
#ifndef REJECT_MODELS_H
#define REJECT_MODELS_H

#include <cquel.h>

#define TIMESTAMPS(COLUMN) \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW) \
	COLUMN(updated_at, TIMESTAMP, DEFAULT_NOW, ON_UPDATE_NOW)
#define SHORT_NAME VARCHAR(50)

#define Role_VALUES(VALUE) VALUE(ROLE_USER, "user") VALUE(ROLE_ADMIN, "admin")
CQ_ENUM(Role)

#define users_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(username, SHORT_NAME, UNIQUE) \
	COLUMN(bio, NULLABLE(TEXT)) \
	COLUMN(age, INTEGER) \
	COLUMN(score, NULLABLE(INTEGER)) \
	COLUMN(boss_id, NULLABLE(BIGINT), REFERENCES(users, id), ON_DELETE(SET_NULL)) \
	COLUMN(is_active, BOOLEAN, DEFAULT(true)) \
	COLUMN(role, ENUM(Role), DEFAULT(ROLE_USER)) \
	TIMESTAMPS(COLUMN)
#define users_RELATIONS(RELATION) \
	RELATION(posts, HAS_MANY(Post, author_id), BACK(author), CASCADE(ALL, DELETE_ORPHAN), ORDERED_BY(id)) \
	RELATION(leader, BELONGS_TO(User, boss_id), BACK(reports)) \
	RELATION(reports, HAS_MANY(User, boss_id), BACK(leader), WRITE_ONLY)
CQ_MODEL(User, users)
CQ_ALIAS(users, boss)

#define posts_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(author_id, BIGINT, REFERENCES(users, id), ON_DELETE(CASCADE), INDEXED) \
	COLUMN(title, VARCHAR(200)) \
	COLUMN(body, NULLABLE(TEXT)) \
	TIMESTAMPS(COLUMN)
#define posts_OPTIONS(OPTION) OPTION(INDEX(author_id, title))
#define posts_RELATIONS(RELATION) \
	RELATION(author, BELONGS_TO(User, author_id), BACK(posts), LOADED(JOINED)) \
	RELATION(fans, MANY_TO_MANY(User, likes, post_id, user_id), LOADED(SELECTIN))
CQ_MODEL(Post, posts)

#define products_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY, AUTO_INCREMENT) \
	COLUMN(code, UUID) \
	COLUMN(price, DECIMAL(10, 2)) \
	COLUMN(gross, DECIMAL(10, 2), GENERATED("price * 1.2")) \
	COLUMN(weight, DOUBLE) \
	COLUMN(made, DATE) \
	COLUMN(opens, TIME) \
	COLUMN(lasts, INTERVAL) \
	COLUMN(picture, NULLABLE(BYTES)) \
	COLUMN(details, NULLABLE(JSON))
CQ_MODEL(Product, products)

#define likes_COLUMNS(COLUMN) \
	COLUMN(user_id, BIGINT, PRIMARY_KEY, REFERENCES(users, id)) \
	COLUMN(post_id, BIGINT, PRIMARY_KEY, REFERENCES(posts, id)) \
	COLUMN(remark, NULLABLE(TEXT))
CQ_MODEL(Like, likes)
CQ_RELATIONS(users, posts)

/* What a query stands for. */
#define AuthorCount_FIELDS(FIELD) FIELD(author, BIGINT) FIELD(number, BIGINT)
CQ_ROW(AuthorCount)
CQ_DERIVED(AuthorCount, totals)

/* What a query is gathered into. */
#define Member_FIELDS(FIELD) FIELD(id, BIGINT, users.id)
CQ_ROW(Member)

/* What a program would have at hand. */
extern cq_connection *db;
extern bool newest;
extern int number;
extern int64_t large;
extern double real;
extern const char *name;
extern const char *names[2];
extern size_t count;
extern cq_opt_int32 maybe;
extern cq_condition condition;
extern User *people;
extern Post *articles;

#ifndef CASE_NAME
#define CASE_NAME reject_case
#endif
#define CASE_DEFINED(function) \
	cq_status function(void); \
	cq_status function(void)
#define CASE_OF(function) CASE_DEFINED(function)

#include <cquel/words.h>

/* The word CASE gives way to the name of the function; a case writes CQ_CASE. */
#undef CASE
#define CASE CASE_OF(CASE_NAME)

#endif
