/* quickstart: a first program with cquel. It makes two tables, fills them, asks who writes the most, and changes what it
 * finds. Run it without arguments for a database in memory, or name one: quickstart sqlite:///quickstart.db
 */
#include "models.h"

#include <inttypes.h>
#include <stdio.h>

#include <cquel/words.h> /* the short words: SELECT, EQ ...; always the last include */

/* What can fail returns a cq_status. CQ_TRY returns a failure to the caller, so the steps below read from top to bottom,
 * and main() is the one place that says what went wrong. */

/* ---- inserting: one object, many objects, single columns -------------------------------------------------------------- */

static cq_status insert_people(cq_connection *db)
{
	/* CQ_NEW fills in the model's defaults: is_active is true, the time stamps are the database's business. */
	User ann = CQ_NEW(User, .username = "ann", .bio = "Writes about birds.");
	CQ_TRY(cq_insert(db, User, &ann)); /* ann.id and ann.created_at are set now */

	User more[] = {
		CQ_NEW(User, .username = "andrea"),
		CQ_NEW(User, .username = "bob"),
		CQ_NEW(User, .username = "anders", .is_active = false),
	};
	CQ_TRY(cq_insert_many(db, User, more, 3)); /* one statement, all or none */

	Post written[] = {
		CQ_NEW(Post, .author_id = ann.id, .title = "The wren"),
		CQ_NEW(Post, .author_id = ann.id, .title = "The owl"),
		CQ_NEW(Post, .author_id = more[0].id, .title = "Bread"),
	};
	CQ_TRY(cq_insert_many(db, Post, written, 3));

	/* Without an object: columns that are not named get their defaults. Leaving out username would not compile. */
	CQ_TRY(cq_execute(db, NULL, SQL(INSERT_INTO(users, SET(username, "carol"), SET(bio, NULL_TEXT)))));
	return CQ_OK;
}

/* ---- asking: a row type, and a statement with optional parts ---------------------------------------------------------- */

/* A result row is a list too: name, type, and what is selected. A type that does not fit its expression does not compile. */
#define TopAuthor_FIELDS(FIELD)                     \
	FIELD(username,   TEXT,   users.username)       \
	FIELD(post_count, BIGINT, COUNT(posts.id))
CQ_ROW(TopAuthor)

struct question {
	const char *prefix; /* of the name; NULL: any */
	bool recent_only;   /* count only posts since ... */
	cq_timestamp since;
	int64_t at_least;   /* posts */
	bool newest_first;
};

/* The statement, as SQL would have it. WHEN(condition, part) leaves the part out when the condition is false; both sides
 * of ?: are checked. A macro, because it is used twice below: to show it, and to run it. */
#define TOP_AUTHORS(q) SQL(                                                                                    \
	SELECT_ROW(TopAuthor),                                                                                     \
	FROM(users),                                                                                               \
	LEFT_JOIN(posts, EQ(posts.author_id, users.id), WHEN((q)->recent_only, GE(posts.created_at, (q)->since))), \
	WHERE(users.is_active, WHEN((q)->prefix, STARTS_WITH(users.username, (q)->prefix))),                       \
	GROUP_BY(users.id, users.username),                                                                        \
	HAVING(GE(COUNT(posts.id), (q)->at_least)),                                                                \
	ORDER_BY((q)->newest_first ? DESC(users.created_at) : ASC(users.username), DESC(users.id)),                \
	LIMIT(20))

static cq_status print_top_authors(cq_connection *db, const struct question *q)
{
	char *text;
	CQ_TRY(cq_sql_text("sqlite", &text, NULL, TOP_AUTHORS(q)));
	printf("%s\n\n", text);
	cq_text_free(text);

	cq_rows(TopAuthor) top;
	CQ_TRY(cq_all(db, TopAuthor, &top, TOP_AUTHORS(q)));
	printf("    %-12s %5s\n    %-12s %5s\n", "username", "posts", "--------", "-----");
	for (size_t i = 0; i < top.count; i++)
		printf("    %-12s %5" PRId64 "\n", top.items[i].username, top.items[i].post_count);
	printf("    %zu rows\n\n", top.count);
	cq_free(&top); /* the rows and the texts in them */
	return CQ_OK;
}

/* ---- changing: inside a transaction ----------------------------------------------------------------------------------- */

static cq_status retire(cq_connection *db, const char *username)
{
	/* The block commits at its end. Left in any other way, as CQ_TRY does on a failure, it rolls back. */
	CQ_TRANSACTION(db) {
		User *user;
		CQ_TRY(cq_one(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.username, username)))));
		const int64_t id = user->id;
		cq_free(&user);

		int64_t posts_gone; /* not `posts`: a local name would hide the table */
		CQ_TRY(cq_execute(db, &posts_gone, SQL(DELETE_FROM(posts), WHERE(EQ(posts.author_id, id)))));
		CQ_TRY(cq_execute(db, NULL, SQL(UPDATE(users, SET(is_active, false), SET(bio, NULL_TEXT)), WHERE(EQ(users.id, id)))));
		printf("%s is retired, with %" PRId64 " posts\n", username, posts_gone);
	}
	return CQ_OK;
}

/* ---- failing: a constraint is an answer like any other ---------------------------------------------------------------- */

static cq_status try_to_insert(cq_connection *db, const char *username)
{
	User user = CQ_NEW(User, .username = username);
	const cq_status status = cq_insert(db, User, &user);
	if (status == CQ_UNIQUE) {
		printf("the name %s is taken: %s\n", username, cq_last_error(db)->message);
		return CQ_OK;
	}
	return status;
}

static cq_status run(cq_connection *db)
{
	const cq_table *const tables[] = {CQ_TABLE(users), CQ_TABLE(posts)};
	CQ_TRY(cq_drop_all(db, tables, 2)); /* so that it can run again on the same file */
	CQ_TRY(cq_create_all(db, tables, 2));
	CQ_TRY(insert_people(db));

	CQ_TRY(print_top_authors(db, &(struct question){.newest_first = true}));
	cq_timestamp since;
	CQ_TRY(cq_timestamp_parse("2024-01-01", &since));
	CQ_TRY(print_top_authors(db, &(struct question){.prefix = "an", .recent_only = true, .since = since, .at_least = 1}));

	CQ_TRY(try_to_insert(db, "ann"));
	CQ_TRY(retire(db, "ann"));

	int64_t active; /* a single value needs no row type */
	CQ_TRY(cq_scalar(db, &active, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(users.is_active))));
	printf("%" PRId64 " users are active\n", active);
	return CQ_OK;
}

/* What failed, and for a statement its text and where it stands in this file. */
static void print_failure(cq_status status, const cq_error *error)
{
	fprintf(stderr, "%s: %s\n", cq_status_name(status), error->message);
	if (error->line > 0)
		fprintf(stderr, "%s:%d: %s\n", error->file, error->line, error->sql);
}

int main(int argc, char **argv)
{
	char message[CQ_ERROR_TEXT];
	cq_engine *engine;
	if (cq_engine_open(&engine, argc > 1 ? argv[1] : "sqlite://", NULL, message) != CQ_OK) {
		fprintf(stderr, "%s\n", message);
		return 1;
	}

	cq_connection *db;
	cq_status status = cq_connect(engine, &db);
	if (status != CQ_OK)
		print_failure(status, cq_engine_error(engine));
	else if ((status = run(db)) != CQ_OK)
		print_failure(status, cq_last_error(db));

	cq_disconnect(&db);
	cq_engine_close(&engine);
	return status == CQ_OK ? 0 : 1;
}
