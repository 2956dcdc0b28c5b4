/* query_relation_test.c: relations as data and in statements, with the compiler's own rules switched off: what the second
 * enforcer finds.
 *
 * It knows nothing of SQL text and of sessions.
 */
#define CQ_PRIV_RULES_OFF
#include "meta/relation.h"
#include "query/typing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include <cquel.h>
#include <cquel/words.h>

#define users_COLUMNS(COLUMN)                                                \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                          \
	COLUMN(name, VARCHAR(50), UNIQUE)                                        \
	COLUMN(boss_id, NULLABLE(BIGINT), REFERENCES(users, id))                 \
	COLUMN(version, INTEGER, VERSION)                                        \
	CQ_SOFT_DELETE(COLUMN)
#define users_RELATIONS(RELATION)                                            \
	RELATION(posts,   HAS_MANY(Post, author_id), BACK(author), CASCADE(ALL, DELETE_ORPHAN), ORDERED_BY_DESC(id)) \
	RELATION(boss,    BELONGS_TO(User, boss_id), BACK(reports), PASSIVE_DELETES) \
	RELATION(reports, HAS_MANY(User, boss_id), BACK(boss), WRITE_ONLY, CASCADE(NONE)) \
	RELATION(named,   HAS_MANY(Post, author_name))
#define posts_COLUMNS(COLUMN)                                                \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                          \
	COLUMN(author_id, BIGINT, REFERENCES(users, id))                         \
	COLUMN(author_name, NULLABLE(TEXT), REFERENCES(users, name))             \
	COLUMN(length, INTEGER)
#define posts_RELATIONS(RELATION)                                            \
	RELATION(author, BELONGS_TO(User, author_id), BACK(posts), LOADED(JOINED)) \
	RELATION(tags,   MANY_TO_MANY(Tag, post_tags, post_id, tag_id), BACK(posts), LOADED(SELECTIN))
#define tags_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY) COLUMN(label, TEXT)
/* A list inside the list. */
#define TAGGED(RELATION) RELATION(posts, MANY_TO_MANY_KEYS(Post, post_tags, (tag_id), (post_id)), BACK(tags))
#define tags_RELATIONS(RELATION) TAGGED(RELATION)
#define post_tags_COLUMNS(COLUMN)                                            \
	COLUMN(post_id, BIGINT, PRIMARY_KEY, REFERENCES(posts, id))              \
	COLUMN(tag_id, BIGINT, PRIMARY_KEY, REFERENCES(tags, id))
/* A key of two columns, and what is wrong in as many ways as there are. */
#define pairs_COLUMNS(COLUMN) COLUMN(a, INTEGER, PRIMARY_KEY) COLUMN(b, INTEGER, PRIMARY_KEY) COLUMN(user_id, BIGINT) COLUMN(post_id, BIGINT) COLUMN(c, TEXT)
#define pairs_RELATIONS(RELATION)                                            \
	RELATION(same,     BELONGS_TO(Pair, a, b))                               \
	RELATION(half,     BELONGS_TO(Pair, a))                                  \
	RELATION(wide,     BELONGS_TO(User, user_id, post_id))                   \
	RELATION(typed,    BELONGS_TO(User, c))                                  \
	RELATION(misnamed, BELONGS_TO(User, usr_id))                             \
	RELATION(nobody,   BELONGS_TO(Nobody, user_id))                          \
	RELATION(nowhere,  MANY_TO_MANY(User, no_pairs, a, b))                   \
	RELATION(backless, BELONGS_TO(User, user_id), BACK(pairs))               \
	RELATION(crossed,  BELONGS_TO(User, user_id), BACK(posts))               \
	RELATION(orphaned, BELONGS_TO(User, user_id), CASCADE(DELETE_ORPHAN))    \
	RELATION(ordered,  BELONGS_TO(User, user_id), ORDERED_BY(id))            \
	RELATION(unsorted, HAS_MANY(Pair, a, b), ORDERED_BY(d))
CQ_MODEL(User, users)
CQ_ALIAS(users, boss)
CQ_MODEL(Post, posts)
CQ_MODEL(Tag, tags)
CQ_ASSOCIATION(post_tags)
CQ_MODEL(Pair, pairs)

static const cq_relation *relation_of(const cq_table *table, const char *name)
{
	const cq_relation *const relation = cq__table_relation(table, name);
	assert_non_null(relation);
	return relation;
}

static void lists_become_data(void **state)
{
	(void)state;
	const cq_relation *const written = CQ_RELATION(users.posts);
	assert_ptr_equal(written, &CQ_TABLE(users)->relations[0]);
	assert_int_equal(CQ_TABLE(users)->relation_count, 4);
	assert_string_equal(written->name, "posts");
	assert_ptr_equal(written->table, CQ_TABLE(users));
	assert_ptr_equal(*written->target, CQ_TABLE(posts));
	assert_null(written->through);
	assert_string_equal(written->columns[0], "author_id");
	assert_null(written->columns[1]);
	assert_string_equal(written->back, "author");
	assert_string_equal(written->order, "id");
	assert_true(written->descending);
	assert_string_equal(written->object, "Post");
	assert_int_equal(written->offset, offsetof(User, posts));
	assert_int_equal(written->kind, CQ_HAS_MANY);
	assert_int_equal(written->cascade, CQ_CASCADE_SAID | CQ_CASCADE_ALL | CQ_CASCADE_DELETE_ORPHAN);
	assert_int_equal(written->loading, CQ_LOAD_EXPLICITLY);
	assert_int_equal(CQ_RELATION(users.reports)->cascade, CQ_CASCADE_SAID);
	assert_true(CQ_RELATION(users.reports)->write_only);
	assert_true(CQ_RELATION(users.boss)->passive_deletes);
	assert_int_equal(CQ_RELATION(users.boss)->cascade, 0);
	assert_int_equal(CQ_RELATION(posts.author)->loading, CQ_LOAD_JOINED);
	const cq_relation *const tagged = CQ_RELATION(tags.posts);
	assert_int_equal(tagged->kind, CQ_MANY_TO_MANY);
	assert_ptr_equal(*tagged->through, CQ_TABLE(post_tags));
	assert_string_equal(tagged->columns[0], "tag_id");
	assert_string_equal(tagged->far_columns[0], "post_id");
	assert_int_equal(CQ_RELATION(posts.tags)->loading, CQ_LOAD_SELECTIN);
	assert_ptr_equal(*CQ_RELATION(pairs.nobody)->target, NULL);
	assert_int_equal(CQ_TABLE(post_tags)->relation_count, 0);
	assert_int_equal(CQ_TABLE(users)->object_size, sizeof(User));
	/* An alias has its own, of the same objects. */
	assert_ptr_equal(CQ_RELATION(boss.posts)->table, CQ_TABLE(boss));
	assert_int_equal(CQ_RELATION(boss.posts)->offset, written->offset);
	assert_ptr_equal(*CQ_RELATION(boss.posts)->target, CQ_TABLE(posts));
	assert_false(cq__same_relation(written, CQ_RELATION(boss.posts)));
	assert_true(cq__same_relation(written, relation_of(CQ_TABLE(users), "posts")));
	assert_null(cq__table_relation(CQ_TABLE(users), "postz"));
}

static void columns_say_what_they_are_for(void **state)
{
	(void)state;
	const User ann = CQ_NEW(User, .name = "ann");
	assert_int_equal(ann.version, 1);
	assert_false(ann.deleted_at.present);
	assert_null(ann.posts.items);
	assert_false(cq_is_loaded(ann.posts));
	assert_false(cq_is_loaded(ann.boss));
	assert_ptr_equal(cq__table_version(CQ_TABLE(users)), CQ_COLUMN(users.version));
	assert_ptr_equal(cq__table_soft_delete(CQ_TABLE(users)), CQ_COLUMN(users.deleted_at));
	assert_ptr_equal(cq__table_version(CQ_TABLE(boss)), CQ_COLUMN(boss.version));
	assert_null(cq__table_version(CQ_TABLE(posts)));
	assert_null(cq__table_soft_delete(CQ_TABLE(posts)));
	assert_int_not_equal(CQ_COLUMN(users.version)->flags & CQ_COLUMN_DEFAULT, 0);
}

static void joins_are_found(void **state)
{
	(void)state;
	cq__relation_join join;
	assert_true(cq__relation_join_of(CQ_RELATION(users.posts), &join, NULL));
	assert_ptr_equal(join.near[0], CQ_COLUMN(users.id));
	assert_ptr_equal(join.far[0], CQ_COLUMN(posts.author_id));
	assert_int_equal(join.near_count, 1);
	assert_true(cq__relation_join_of(CQ_RELATION(boss.boss), &join, NULL));
	assert_ptr_equal(join.near[0], CQ_COLUMN(boss.boss_id));
	assert_ptr_equal(join.far[0], CQ_COLUMN(users.id));
	/* What is referenced need not be the primary key. */
	assert_true(cq__relation_join_of(CQ_RELATION(users.named), &join, NULL));
	assert_ptr_equal(join.near[0], CQ_COLUMN(users.name));
	assert_true(cq__relation_join_of(CQ_RELATION(posts.tags), &join, NULL));
	assert_ptr_equal(join.near[0], CQ_COLUMN(posts.id));
	assert_ptr_equal(join.through_near[0], CQ_COLUMN(post_tags.post_id));
	assert_ptr_equal(join.through_far[0], CQ_COLUMN(post_tags.tag_id));
	assert_ptr_equal(join.far[0], CQ_COLUMN(tags.id));
	assert_true(cq__relation_join_of(CQ_RELATION(pairs.same), &join, NULL));
	assert_int_equal(join.far_count, 2);
	assert_ptr_equal(join.far[1], CQ_COLUMN(pairs.b));
	assert_ptr_equal(cq__relation_back(CQ_RELATION(users.posts), NULL), CQ_RELATION(posts.author));
	assert_ptr_equal(cq__relation_back(CQ_RELATION(posts.tags), NULL), CQ_RELATION(tags.posts));
	assert_ptr_equal(cq__relation_back(CQ_RELATION(boss.reports), NULL), CQ_RELATION(users.boss));
	cq__relation_fault fault;
	assert_null(cq__relation_back(CQ_RELATION(users.named), &fault));
	assert_null(fault.rule);
}

static void faults_are_told(void **state)
{
	(void)state;
	static const struct {
		const char *relation, *rule, *name;
	} faults[] = {
		{ "same", NULL, NULL }, { "half", "relation-key", NULL }, { "wide", "relation-key", "post_id" }, { "typed", "relation-type", "c" },
		{ "misnamed", "relation-column", "usr_id" }, { "nobody", "relation-target", "Nobody" }, { "nowhere", "relation-target", NULL },
		{ "backless", "relation-back", "pairs" }, { "crossed", "relation-back", "posts" }, { "orphaned", "relation-trait", "orphaned" },
		{ "ordered", "relation-trait", "ordered" }, { "unsorted", "relation-column", "d" },
	};
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		cq__relation_fault fault = { NULL, NULL, NULL };
		const bool good = cq__relation_check(relation_of(CQ_TABLE(pairs), faults[i].relation), &fault);
		assert_int_equal(good, faults[i].rule == NULL);
		if (good)
			continue;
		assert_string_equal(fault.rule, faults[i].rule);
		assert_true(strlen(fault.sentence) > 10);
		if (faults[i].name != NULL)
			assert_string_equal(fault.name, faults[i].name);
		assert_false(cq__relation_check(relation_of(CQ_TABLE(pairs), faults[i].relation), NULL));
	}
}

static void expect(cq_statement statement, const char *rule, const char *message)
{
	const char *broken;
	char text[400];
	const cq_status status = cq_statement_check(&statement, &broken, text, sizeof text);
	if (status != (rule != NULL ? CQ_RULE : CQ_OK) || strcmp(broken, rule != NULL ? rule : "") != 0 || (message != NULL && strcmp(text, message) != 0))
		fail_msg("%s, but: %s (%s)", rule != NULL ? rule : "in order", text, broken);
	cq_statement_release(&statement);
}

static void statements_are_checked(void **state)
{
	(void)state;
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), WHERE(ANY(users.posts, GT(posts.length, 3), ANY(posts.tags))), ORDER_BY(COUNT_OF(users.posts)))), NULL, NULL);
	expect(STATEMENT(SQL(SELECT_ALL(pairs), FROM(pairs), JOIN(users, ALONG(pairs.misnamed)))), "relation-column",
		"JOIN: ALONG(pairs.misnamed): usr_id: there is no such column where the relation looks for it");
	expect(STATEMENT(SQL(SELECT_ALL(pairs), FROM(pairs), JOIN(users, ALONG(pairs.typed)))), "relation-type", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(pairs), FROM(pairs), OPTIONS(SELECTIN(pairs.half)))), "relation-key", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(pairs), FROM(pairs), OPTIONS(SELECTIN(pairs.nobody)))), "relation-target",
		"OPTIONS: pairs.nobody: Nobody: " CQ_SAY_RELATION_TARGET);
	expect(STATEMENT(SQL(SELECT_ALL(pairs), FROM(pairs), OPTIONS(SELECTIN(pairs.crossed)))), "relation-back", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(pairs), FROM(pairs), OPTIONS(SELECTIN(pairs.ordered)))), "relation-trait", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), JOIN(posts, ALONG(posts.tags)))), "table-not-in-from", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), JOIN(boss, ALONG(users.posts, boss)))), "relation-alias", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(posts), FROM(posts), JOIN(tags, AND(ALONG(posts.tags), EQ(tags.id, 3))))), "along-many-to-many", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), WHERE(ANY(users.reports)))), "table-twice", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts, users.posts)))), "relation-path",
		"OPTIONS: users.posts: " CQ_SAY_RELATION_PATH);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(posts.author)))), "options-table", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(boss), FROM(boss), OPTIONS(SELECTIN(users.posts)))), "options-table", NULL);
	expect(STATEMENT(SQL(SELECT(ALL(users), ALL(posts)), FROM(users), JOIN(posts, ALONG(users.posts)), OPTIONS(SELECTIN(posts.tags), JOINED(users.boss)))), NULL, NULL);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts, LIMIT(3))))), "load-clause",
		"OPTIONS: LIMIT(a C int): " CQ_SAY_LOAD_CLAUSE);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts, ORDER_BY(posts.id), WHERE(EQ(posts.id, 3)))))), "load-clause", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts, WHERE(EQ(users.id, 3)))))), "table-not-in-from", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts, WHERE(ANY(posts.tags, EQ(tags.id, posts.id))))))), NULL, NULL);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts, WHERE(GT(COUNT(posts.id), 3)))))), "aggregate-in-where", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts, WHERE(posts.length))))), "not-a-condition", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), OPTIONS(EQ(users.id, 3)))), "not-an-option", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), OPTIONS(WITH_DELETED), OPTIONS(WITH_DELETED))), "clause-twice", NULL);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users), WHERE(EXISTS(SELECT_ALL(posts), FROM(posts), OPTIONS(WITH_DELETED))))), "clause-misplaced", NULL);
	expect(STATEMENT(SQL(UPDATE(users, SET(name, "x")), WHERE(EQ(users.id, 3)), OPTIONS(WITH_DELETED), RETURNING_ALL(users))), NULL, NULL);
}

/* What only functions can build. */
static void programs_are_checked(void **state)
{
	(void)state;
	cq_statement made;
	cq_statement_init(&made, NULL);
	cq_push_ref(&made, CQ_OP_SELECT_ALL, 0, CQ_TABLE(users));
	cq_push_ref(&made, CQ_OP_FROM, 0, CQ_TABLE(users));
	cq_push_relation(&made, CQ_RELATION(users.boss));
	cq_push(&made, CQ_OP_IS_NULL, 1);
	cq_push(&made, CQ_OP_WHERE, 1);
	cq_push(&made, CQ_OP_STATEMENT, 3);
	expect(made, "not-an-expression", "WHERE: users.boss: " CQ_SAY_NOT_AN_EXPRESSION);
	cq_statement_init(&made, NULL);
	cq_push_ref(&made, CQ_OP_SELECT_ALL, 0, CQ_TABLE(users));
	cq_push_ref(&made, CQ_OP_FROM, 0, CQ_TABLE(users));
	cq_push_column(&made, CQ_COLUMN(users.id));
	cq_push_node(&made, CQ_OP_LOAD, CQ_TYPE_NONE, CQ_LOAD_SELECTIN, 1, NULL);
	cq_push(&made, CQ_OP_OPTIONS, 1);
	cq_push(&made, CQ_OP_STATEMENT, 3);
	expect(made, "not-a-relation", NULL);
	/* Another model that nobody has defined cannot be asked for. */
	cq_statement_init(&made, NULL);
	cq_push_related(&made, CQ_RELATION(pairs.nobody), NULL, false);
	assert_int_equal(made.failure, CQ_MISUSE);
}

static cq_type type_of_item(cq_statement *statement, bool *nullable)
{
	cq__tree tree;
	cq__typing typing;
	assert_int_equal(cq__tree_init(&tree, cq_statement_nodes(statement), statement->node_count), CQ_OK);
	assert_int_equal(cq__typing_init(&typing, &tree, statement->value_count), CQ_OK);
	const uint32_t item = cq__operand(&tree, cq__query_clause(&tree, tree.root, CQ_OP_SELECT), 0);
	const cq_type type = (cq_type)typing.node[item].type;
	*nullable = typing.node[item].nullable != 0;
	cq__typing_release(&typing);
	cq__tree_release(&tree);
	cq_statement_release(statement);
	return type;
}

static void counts_are_never_null(void **state)
{
	(void)state;
	bool nullable = true;
	cq_statement counted = STATEMENT(SQL(SELECT(COUNT_OF(users.posts, GT(posts.length, 3))), FROM(users)));
	assert_int_equal(type_of_item(&counted, &nullable), CQ_TYPE_BIGINT);
	assert_false(nullable);
	cq_statement limited = STATEMENT(SQL(SELECT(SUBQUERY(SELECT(COUNT(posts.id)), FROM(posts), LIMIT(1))), FROM(users)));
	assert_int_equal(type_of_item(&limited, &nullable), CQ_TYPE_BIGINT);
	assert_true(nullable);
	cq_statement grouped = STATEMENT(SQL(SELECT(SUBQUERY(SELECT(COUNT(posts.id)), FROM(posts), GROUP_BY(posts.length))), FROM(users)));
	type_of_item(&grouped, &nullable);
	assert_true(nullable);
	cq_statement summed = STATEMENT(SQL(SELECT(SUBQUERY(SELECT(SUM(posts.length)), FROM(posts))), FROM(users)));
	type_of_item(&summed, &nullable);
	assert_true(nullable);
}

static void options_are_added(void **state)
{
	(void)state;
	cq_statement statement = STATEMENT(SQL(SELECT_ALL(users), FROM(users), LIMIT(3), OPTIONS(SELECTIN(users.posts))));
	cq_statement more;
	cq_statement_init(&more, NULL);
	cq_push_relation(&more, CQ_RELATION(users.boss));
	cq_push_node(&more, CQ_OP_LOAD, CQ_TYPE_NONE, CQ_LOAD_JOINED, 1, NULL);
	cq_push(&more, CQ_OP_OPTIONS, 1);
	cq_push(&more, CQ_OP_STATEMENT, 1);
	assert_int_equal(cq_statement_extend(&statement, &more), CQ_OK);
	cq_statement expected = STATEMENT(SQL(SELECT_ALL(users), FROM(users), LIMIT(3), OPTIONS(SELECTIN(users.posts), JOINED(users.boss))));
	assert_int_equal(statement.node_count, expected.node_count);
	assert_memory_equal(cq_statement_nodes(&statement), cq_statement_nodes(&expected), expected.node_count * sizeof(cq_node));
	cq_statement_release(&expected);
	cq_statement_release(&more);
	expect(statement, NULL, NULL);
}

/* A connection loads nothing along relations. */
static void a_connection_refuses_options(void **state)
{
	(void)state;
	cq_engine *engine;
	cq_connection *db;
	cq_rows(User) found;
	const cq_table *const tables[] = { CQ_TABLE(users), CQ_TABLE(posts) };
	assert_int_equal(cq_engine_open(&engine, "sqlite://", NULL, NULL), CQ_OK);
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_create_all(db, tables, 2), CQ_OK);
	assert_int_equal(cq_all(db, User, &found, SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts)))), CQ_RULE);
	assert_string_equal(cq_last_error(db)->rule, "options-without-session");
	assert_string_equal(cq_last_error(db)->message, "OPTIONS: " CQ_SAY_OPTIONS_SESSION);
	assert_int_equal(cq_all(db, User, &found, SQL(SELECT_ALL(users), FROM(users), WHERE(ANY(users.posts)))), CQ_OK);
	assert_int_equal(found.count, 0);
	cq_free(&found);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_become_data),
		cmocka_unit_test(columns_say_what_they_are_for),
		cmocka_unit_test(joins_are_found),
		cmocka_unit_test(faults_are_told),
		cmocka_unit_test(statements_are_checked),
		cmocka_unit_test(programs_are_checked),
		cmocka_unit_test(counts_are_never_null),
		cmocka_unit_test(options_are_added),
		cmocka_unit_test(a_connection_refuses_options),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
