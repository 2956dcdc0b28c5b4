/* session_model_test.c: models and their relations, made once, and what is wrong with them. */
#include "session_kit.h"

#include <cquel/rules.h>

static void a_table_has_one_model(void **state)
{
	(void)state;
	cq__model *const model = model_of(CQ_TABLE(users));
	assert_ptr_equal(model_of(CQ_TABLE(users)), model);
	/* Another unit has a copy of the description. */
	static struct {
		cq_table table;
		cq_column columns[10];
	} copy;
	assert_int_equal(CQ_TABLE(users)->column_count, 10);
	memcpy(&copy, CQ_TABLE(users), sizeof copy);
	assert_ptr_equal(model_of(&copy.table), model);
	/* So has another session of the engine. */
	cq_session *other;
	cq__model *found;
	MUST(cq_session_open(engine, NULL, &other));
	MUST(cq__model_find(other, CQ_TABLE(users), &found));
	assert_ptr_equal(found, model);
	cq_session_close(&other);
}

CQ_ALIAS(users, boss)
static void an_alias_has_its_tables(void **state)
{
	(void)state;
	cq__model *const model = model_of(CQ_TABLE(boss));
	assert_ptr_equal(model, model_of(CQ_TABLE(users)));
	assert_null(model->table->alias_of);
}

static void columns_are_looked_at(void **state)
{
	(void)state;
	const cq__model *const model = model_of(CQ_TABLE(users)), *const seat = model_of(CQ_TABLE(seats));
	assert_true(model->auto_key);
	assert_true(model->has_texts);
	assert_int_equal(model->key.count, 1);
	assert_int_equal(model->unique_count, 2);
	assert_int_equal(model->version, UINT16_MAX);
	assert_int_equal(model->soft_delete, UINT16_MAX);
	assert_int_equal(seat->key.count, 2);
	assert_int_equal(seat->key.indexes[1], 1);
	assert_false(seat->auto_key);
	assert_int_equal(seat->unique_count, 2);
	assert_int_equal(seat->uniques[1].count, 2);
	assert_int_equal(seat->uniques[1].indexes[0], 0);
	assert_int_equal(seat->uniques[1].indexes[1], 4);
	assert_int_equal(seat->soft_delete, 2);
	assert_int_equal(seat->version, 3);
}

static void relations_are_pairs_of_columns(void **state)
{
	(void)state;
	const cq__model *const user = model_of(CQ_TABLE(users)), *const post = model_of(CQ_TABLE(posts)), *const tag = model_of(CQ_TABLE(tags));
	assert_int_equal(user->relation_count, 1);
	const cq__relation *const all = &user->relations[0], *const author = &post->relations[0], *const tags_ = &post->relations[1];
	assert_ptr_equal(all->target, post);
	assert_ptr_equal(author->target, user);
	assert_ptr_equal(all->back, author);
	assert_ptr_equal(author->back, all);
	assert_true(all->many);
	assert_false(author->many);
	assert_int_equal(all->near.indexes[0], 0);
	assert_int_equal(all->far.indexes[0], 1);
	assert_int_equal(author->near.indexes[0], 1);
	assert_int_equal(author->far.indexes[0], 0);
	assert_false(all->nullable);
	assert_int_equal(all->cascade, CQ_CASCADE_ALL | CQ_CASCADE_DELETE_ORPHAN);
	assert_int_equal(author->cascade, CQ_CASCADE_SAVE_UPDATE | CQ_CASCADE_MERGE);
	assert_int_equal(all->order, 0);
	assert_int_equal(author->order, UINT16_MAX);
	assert_int_equal(all->offset, offsetof(User, posts));
	assert_ptr_equal(tags_->through, model_of(CQ_TABLE(post_tags)));
	assert_ptr_equal(tags_->target, tag);
	assert_ptr_equal(tags_->back, &tag->relations[0]);
	assert_int_equal(tags_->through_near.indexes[0], 0);
	assert_int_equal(tags_->through_far.indexes[0], 1);
	assert_ptr_equal(cq__model_relation(user, all->said), all);
	assert_ptr_equal(cq__model_relation(post, all->said), NULL);
}

/* ---- what is wrong -------------------------------------------------------------------------------------------------- */

/* A copy of posts with one relation that is not as it should be. */
static struct {
	cq_table table;
	cq_column columns[3];
} wrong;
static cq_relation wrong_relation;

static void expect_misuse(const char *words)
{
	cq__model *model;
	/* Another name, so that it is another table. */
	memcpy(&wrong, CQ_TABLE(posts), sizeof wrong);
	wrong.table.name = "wrong";
	wrong.table.relations = &wrong_relation;
	wrong.table.relation_count = 1;
	assert_int_equal(cq__model_find(session, &wrong.table, &model), CQ_MISUSE);
	assert_null(model);
	if (strstr(cq__error_get(&session->working)->message, words) == NULL)
		fail_msg("\"%s\" lacks \"%s\"", cq__error_get(&session->working)->message, words);
	cq__error_clear(&session->working);
}

static void what_is_wrong_is_told(void **state)
{
	(void)state;
	cq__model *model;
	assert_int_equal(cq__model_find(session, CQ_TABLE(logs), &model), CQ_MISUSE);
	assert_non_null(strstr(cq__error_get(&session->working)->message, "logs has no primary key"));
	cq__error_clear(&session->working);
	assert_int_equal(cq__model_find(session, NULL, &model), CQ_MISUSE);
	cq__error_clear(&session->working);

	static const char *const author[] = { "author_id", NULL }, *const nobody[] = { "nobody", NULL }, *const title[] = { "title", NULL };
	static const cq_table *const nowhere = NULL;
	const cq_table *const users_ = CQ_TABLE(users);
	const cq_relation right = { .name = "author", .table = &wrong.table, .target = &users_, .columns = author, .object = "User", .kind = CQ_BELONGS_TO };
	wrong_relation = right;
	wrong_relation.target = &nowhere;
	expect_misuse("the relation author of wrong: User: " CQ_SAY_RELATION_TARGET);
	wrong_relation = right;
	wrong_relation.columns = nobody;
	expect_misuse("nobody: " CQ_SAY_RELATION_COLUMN);
	wrong_relation = right;
	wrong_relation.columns = title;
	expect_misuse("title: " CQ_SAY_RELATION_TYPE);
	wrong_relation = right;
	wrong_relation.back = "nothing";
	expect_misuse("nothing: " CQ_SAY_RELATION_BACK);
	wrong_relation = right;
	wrong_relation.back = "posts";
	expect_misuse("posts: " CQ_SAY_RELATION_BACK);
	wrong_relation = right;
	wrong_relation.order = "name";
	expect_misuse("author: " CQ_SAY_RELATION_TRAIT);
	wrong_relation = right;
	wrong_relation.cascade = CQ_CASCADE_SAID | CQ_CASCADE_DELETE_ORPHAN;
	expect_misuse("author: " CQ_SAY_RELATION_TRAIT);
	/* What was made along with it is dropped with it, and made again when it is asked for. */
	assert_int_equal(model_of(CQ_TABLE(users))->relation_count, 1);
	wrong_relation = right;
	MUST(cq__model_find(session, &wrong.table, &model));
	assert_ptr_equal(model->relations[0].target, model_of(CQ_TABLE(users)));
}

static void failure_of_memory_leaves_no_half_model(void **state)
{
	(void)state;
	cq_status status = CQ_NO_MEMORY;
	cq__model *model = NULL;
	for (long n = 1; status != CQ_OK; n++) {
		cq__alloc_fail_after(n);
		status = cq__model_find(session, CQ_TABLE(posts), &model);
		cq__alloc_fail_after(0);
		assert_true(status == CQ_OK || status == CQ_NO_MEMORY);
		cq__error_clear(&session->working);
	}
	assert_int_equal(model->relation_count, 2);
	assert_ptr_equal(model->relations[0].target, model_of(CQ_TABLE(users)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_table_has_one_model),
		TEST(an_alias_has_its_tables),
		TEST(columns_are_looked_at),
		TEST(relations_are_pairs_of_columns),
		TEST(what_is_wrong_is_told),
		TEST(failure_of_memory_leaves_no_half_model),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
