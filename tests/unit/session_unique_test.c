/* tests/unit/session_unique_test.c: unique values that pass from row to row within one flush.
 */
#include "session_work_kit.h"

static Node node(int64_t id, const char *name, int32_t place)
{
	return (Node){ .id = id, .owner_id = 1, .name = name, .place = place, .left = id, .right = place };
}

static const Node *row_of(uint32_t at)
{
	return work.items[work.order[at]].row;
}

static void a_value_that_a_deleted_row_had(void **state)
{
	(void)state;
	Node was = node(1, "ann", 1), is = node(0, "ann", 2);
	put(CQ__WRITE_INSERT, &nodes_model, &is, NULL);
	put(CQ__WRITE_DELETE, &nodes_model, NULL, &was);
	assert_string_equal(ordered(), "delete nodes(1) insert nodes(a)");
}

static void many_of_them_are_two_batches(void **state)
{
	(void)state;
	static char names[100][16];
	static Node was[100], is[100];
	for (int i = 0; i < 100; i++) {
		(void)snprintf(names[i], sizeof names[i], "%d", i);
		was[i] = node(i + 1, names[i], i);
		is[i] = node(0, names[99 - i], 1000 + i);
		put(CQ__WRITE_INSERT, &nodes_model, &is[i], NULL);
		put(CQ__WRITE_DELETE, &nodes_model, NULL, &was[i]);
	}
	assert_int_equal(cq__order(&work), CQ_OK);
	assert_int_equal(work.batches_count, 2);
}

static void a_key_that_a_deleted_row_had(void **state)
{
	(void)state;
	Node was = node(7, "ann", 1), is = node(7, "bob", 2);
	put(CQ__WRITE_INSERT, &nodes_model, &is, NULL);
	put(CQ__WRITE_DELETE, &nodes_model, NULL, &was);
	assert_string_equal(ordered(), "delete nodes(7) insert nodes(7)");
}

static void a_value_that_is_given_up_by_an_update(void **state)
{
	(void)state;
	Node was = node(1, "ann", 1), now = node(1, "zoe", 1), is = node(0, "ann", 2);
	put(CQ__WRITE_INSERT, &nodes_model, &is, NULL);
	put(CQ__WRITE_UPDATE, &nodes_model, &now, &was);
	assert_string_equal(ordered(), "update nodes.name(1) insert nodes(a)");
}

static void a_row_that_keeps_its_value_gives_nothing(void **state)
{
	(void)state;
	Node was = node(1, "ann", 1), now = { .id = 1, .owner_id = 1, .name = "ann", .place = 5, .left = 1, .right = 1 }, is = node(0, "ann", 2);
	put(CQ__WRITE_INSERT, &nodes_model, &is, NULL);
	put(CQ__WRITE_UPDATE, &nodes_model, &now, &was);
	/* The database says what is wrong. */
	assert_string_equal(ordered(), "insert nodes(a) update nodes.place(1)");
}

static void nulls_and_new_keys_collide_with_nothing(void **state)
{
	(void)state;
	Node was[] = { node(1, NULL, 1), node(2, NULL, 2) }, is[] = { node(0, NULL, 3), node(0, NULL, 4) };
	for (unsigned i = 0; i < 2; i++) {
		put(CQ__WRITE_INSERT, &nodes_model, &is[i], NULL);
		put(CQ__WRITE_DELETE, &nodes_model, NULL, &was[i]);
	}
	assert_string_equal(ordered(), "insert nodes(a c) delete nodes(1 2)");
}

static void values_that_move_on_go_from_the_last_to_the_first(void **state)
{
	(void)state;
	Node was[3], now[3];
	for (int i = 0; i < 3; i++) {
		was[i] = node(i + 1, NULL, i + 1);
		now[i] = was[i];
		now[i].place = i + 2;
		now[i].right = was[i].right;
		put(CQ__WRITE_UPDATE, &nodes_model, &now[i], &was[i]);
	}
	assert_string_equal(ordered(), "update nodes.place(3) update nodes.place(2) update nodes.place(1)");
}

static void two_that_swap_what_may_be_null(void **state)
{
	(void)state;
	Node was[] = { node(1, "ann", 1), node(2, "bob", 2) }, now[] = { was[0], was[1] };
	now[0].name = "bob";
	now[1].name = "ann";
	put(CQ__WRITE_UPDATE, &nodes_model, &now[0], &was[0]);
	put(CQ__WRITE_UPDATE, &nodes_model, &now[1], &was[1]);
	assert_string_equal(ordered(), "ahead nodes.name(1) update nodes.name(2) update nodes.name(1)");
	assert_null(row_of(0)->name);
}

static void three_that_pass_on_what_may_not(void **state)
{
	(void)state;
	Node was[3], now[3];
	for (int i = 0; i < 3; i++) {
		was[i] = now[i] = node(i + 1, NULL, i + 1);
		now[i].place = i == 2 ? 1 : i + 2;
		put(CQ__WRITE_UPDATE, &nodes_model, &now[i], &was[i]);
	}
	assert_string_equal(ordered(), "ahead nodes.place(1) update nodes.place(3) update nodes.place(2) update nodes.place(1)");
	assert_true(row_of(0)->place >= 1 << 30);
	assert_int_equal(was[0].place, 1);
}

static void many_that_swap_are_three_batches(void **state)
{
	(void)state;
	static Node was[10000], now[10000];
	for (int i = 0; i < 10000; i++) {
		was[i] = now[i] = node(i + 1, NULL, i);
		now[i].place = i ^ 1;
		put(CQ__WRITE_UPDATE, &nodes_model, &now[i], &was[i]);
	}
	assert_int_equal(cq__order(&work), CQ_OK);
	assert_int_equal(work.batches_count, 3);
	assert_int_equal(work.order_count, 15000);
}

static void composite_values(void **state)
{
	(void)state;
	Node was[] = { node(1, NULL, 1), node(2, NULL, 2) }, now[] = { was[0], was[1] };
	was[0].left = now[1].left = 5;
	was[0].right = now[1].right = 6;
	was[1].left = now[0].left = 5;
	was[1].right = now[0].right = 7;
	put(CQ__WRITE_UPDATE, &nodes_model, &now[0], &was[0]);
	put(CQ__WRITE_UPDATE, &nodes_model, &now[1], &was[1]);
	/* Only what differs is set, and the left side of the row that is somewhere else meanwhile. */
	assert_string_equal(ordered(), "ahead nodes.left(1) update nodes.right(2) update nodes.left.right(1)");
}

static void primary_keys_that_swap(void **state)
{
	(void)state;
	Node was[] = { node(1, NULL, 1), node(2, NULL, 2) }, now[] = { was[0], was[1] };
	now[0].id = 2;
	now[1].id = 1;
	cq__entry *const second = put(CQ__WRITE_UPDATE, &nodes_model, &now[0], &was[0]);
	(void)second;
	put(CQ__WRITE_UPDATE, &nodes_model, &now[1], &was[1]);
	assert_int_equal(cq__order(&work), CQ_OK);
	assert_int_equal(work.batches_count, 3);
	const cq__work_item *const ahead = &work.items[work.order[0]], *const last = &work.items[work.order[2]];
	assert_int_equal(ahead->write, CQ__WRITE_AHEAD);
	/* Its row is found by the key that it was given ahead. */
	assert_ptr_equal(last->old, ahead->row);
	assert_true(((const Node *)last->old)->id >= INT64_C(1) << 62);
}

static void what_has_no_third_value_is_refused(void **state)
{
	(void)state;
	Node was[] = { node(1, NULL, 1), node(2, NULL, 2) }, now[] = { was[0], was[1] };
	nodes_model.unique_count = UNIQUES;
	was[0].flag = now[1].flag = true;
	now[0].flag = was[1].flag = false;
	put(CQ__WRITE_UPDATE, &nodes_model, &now[0], &was[0]);
	put(CQ__WRITE_UPDATE, &nodes_model, &now[1], &was[1]);
	assert_int_equal(cq__order(&work), CQ_MISUSE);
	assert_string_equal(cq__error_get(&kit_session.working)->message,
		"cq_flush: nodes 1 and nodes 2 take unique values from each other that no other value can stand for meanwhile; flush in between");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_begin, kit_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_value_that_a_deleted_row_had),
		TEST(many_of_them_are_two_batches),
		TEST(a_key_that_a_deleted_row_had),
		TEST(a_value_that_is_given_up_by_an_update),
		TEST(a_row_that_keeps_its_value_gives_nothing),
		TEST(nulls_and_new_keys_collide_with_nothing),
		TEST(values_that_move_on_go_from_the_last_to_the_first),
		TEST(two_that_swap_what_may_be_null),
		TEST(three_that_pass_on_what_may_not),
		TEST(many_that_swap_are_three_batches),
		TEST(composite_values),
		TEST(primary_keys_that_swap),
		TEST(what_has_no_third_value_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
