/* tests/unit/session_order_test.c: the order of a flush's writes that foreign keys ask for.
 */
#include "session_work_kit.h"

static Node node(int64_t id, int64_t parent, int64_t owner)
{
	/* What is unique collides with nothing. */
	static int32_t place;
	place++;
	return (Node){ .id = id, .parent_id = { parent != 0, parent }, .owner_id = owner, .place = place, .left = place, .right = place };
}

static void parents_are_inserted_first_and_deleted_last(void **state)
{
	(void)state;
	Owner o[] = { { .id = 1 }, { .id = 2 } };
	Node n[] = { node(11, 0, 1), node(12, 0, 2), node(13, 0, 9) };
	owners_model.relation_count = 0;
	put(CQ__WRITE_DELETE, &owners_model, NULL, &o[1]);
	put(CQ__WRITE_INSERT, &nodes_model, &n[0], NULL);
	put(CQ__WRITE_DELETE, &nodes_model, NULL, &n[1]);
	put(CQ__WRITE_INSERT, &nodes_model, &n[2], NULL);
	put(CQ__WRITE_INSERT, &owners_model, &o[0], NULL);
	assert_string_equal(ordered(), "insert owners(1) insert nodes(11 13) delete nodes(12) delete owners(2)");
}

static void nothing_is_in_order(void **state)
{
	(void)state;
	assert_string_equal(ordered(), "");
}

static void children_are_found_by_links(void **state)
{
	(void)state;
	Node n[4];
	cq__entry *e[4];
	for (unsigned i = 0; i < 4; i++) {
		n[i] = node(0, 0, 1);
		e[i] = put(CQ__WRITE_INSERT, &nodes_model, &n[i], NULL);
	}
	link_to(e[0], &node_relations[0], e[1]);
	link_to(e[1], &node_relations[0], e[3]);
	link_to(e[2], &node_relations[0], e[3]);
	assert_string_equal(ordered(), "insert nodes(d) insert nodes(b c) insert nodes(a)");
}

static void children_are_found_by_explicit_keys(void **state)
{
	(void)state;
	Node n[] = { node(1, 2, 1), node(2, 3, 1), node(3, 0, 1), node(4, 77, 1), node(5, 5, 1) };
	for (unsigned i = 0; i < 5; i++)
		put(CQ__WRITE_INSERT, &nodes_model, &n[i], NULL);
	assert_string_equal(ordered(), "insert nodes(3 4 5) insert nodes(2) insert nodes(1)");
}

static void trees_are_deleted_from_their_leaves(void **state)
{
	(void)state;
	Node n[] = { node(1, 0, 1), node(2, 1, 1), node(3, 1, 1), node(4, 3, 1) };
	for (unsigned i = 0; i < 4; i++)
		put(CQ__WRITE_DELETE, &nodes_model, NULL, &n[i]);
	assert_string_equal(ordered(), "delete nodes(2 4) delete nodes(3) delete nodes(1)");
}

static void tables_that_refer_to_each_other(void **state)
{
	(void)state;
	Owner o[] = { { .id = 0 }, { .id = 0 } };
	Node n[] = { node(0, 0, 0), node(0, 0, 0) };
	cq__entry *const a = put(CQ__WRITE_INSERT, &nodes_model, &n[0], NULL);
	cq__entry *const b = put(CQ__WRITE_INSERT, &owners_model, &o[0], NULL);
	cq__entry *const c = put(CQ__WRITE_INSERT, &nodes_model, &n[1], NULL);
	cq__entry *const d = put(CQ__WRITE_INSERT, &owners_model, &o[1], NULL);
	link_to(a, &node_relations[1], b);
	link_to(d, &owner_relations[0], a);
	link_to(c, &node_relations[1], d);
	assert_string_equal(ordered(), "insert owners(b) insert nodes(a) insert owners(d) insert nodes(c)");
}

static void a_ring_of_rows_is_opened_where_a_key_may_be_null(void **state)
{
	(void)state;
	Owner o = { .id = 0, .favourite_id = { true, 5 } };
	Node n = node(0, 0, 0);
	cq__entry *const a = put(CQ__WRITE_INSERT, &nodes_model, &n, NULL);
	cq__entry *const b = put(CQ__WRITE_INSERT, &owners_model, &o, NULL);
	link_to(a, &node_relations[1], b);
	link_to(b, &owner_relations[0], a);
	assert_string_equal(ordered(), "insert owners(b) insert nodes(a) update owners.favourite_id(b)");
	assert_false(o.favourite_id.present);
	const cq__work_item *const late = &work.items[work.order[2]];
	assert_true(late->late != NULL && late->of == 1 && late->links);
}

static void a_row_that_is_its_own_parent(void **state)
{
	(void)state;
	Node n = node(0, 0, 1);
	cq__entry *const a = put(CQ__WRITE_INSERT, &nodes_model, &n, NULL);
	link_to(a, &node_relations[0], a);
	assert_string_equal(ordered(), "insert nodes(a) update nodes.parent_id(a)");
}

static void a_ring_of_rows_to_delete_is_opened_ahead(void **state)
{
	(void)state;
	Node n[] = { node(1, 2, 1), node(2, 1, 1) };
	put(CQ__WRITE_DELETE, &nodes_model, NULL, &n[0]);
	put(CQ__WRITE_DELETE, &nodes_model, NULL, &n[1]);
	assert_string_equal(ordered(), "ahead nodes.parent_id(1) delete nodes(2) delete nodes(1)");
	assert_true(n[0].parent_id.present);
	assert_false(((const Node *)work.items[work.order[0]].row)->parent_id.present);
}

static void a_ring_without_a_key_that_may_be_null_is_refused(void **state)
{
	(void)state;
	Node n[] = { node(1, 2, 1), node(2, 1, 1) };
	node_relations[0].nullable = false;
	put(CQ__WRITE_INSERT, &nodes_model, &n[0], NULL);
	put(CQ__WRITE_INSERT, &nodes_model, &n[1], NULL);
	assert_int_equal(cq__order(&work), CQ_MISUSE);
	assert_string_equal(cq__error_get(&kit_session.working)->message,
		"cq_flush: nodes 1 and nodes 2 refer to each other, and neither foreign key may be NULL");
}

static void moving_to_another_parent_waits_for_it_and_is_waited_for(void **state)
{
	(void)state;
	/* Only a unique value that is passed on makes the order of all rows matter. */
	Node was[] = { node(1, 2, 1), node(2, 0, 1), node(4, 0, 1) };
	Node is[] = { was[0], node(3, 0, 1), was[2] };
	is[0].parent_id.value = 3;
	is[1].name = "same";
	was[1].name = "same";
	put(CQ__WRITE_UPDATE, &nodes_model, &is[0], &was[0]);
	put(CQ__WRITE_INSERT, &nodes_model, &is[1], NULL);
	put(CQ__WRITE_DELETE, &nodes_model, NULL, &was[1]);
	/* The row with the name cannot be deleted before its child has moved, nor the child before its new parent is there. */
	assert_string_equal(ordered(), "ahead nodes.name(2) insert nodes(3) update nodes.parent_id(1) delete nodes(2)");
}

/* Each waits for the one before it, and a long path leads into each of many rings. */
static void many_rows_take_no_more_than_their_time(void **state)
{
	(void)state;
	static Node n[20000];
	for (unsigned i = 0; i < 20000; i++) {
		n[i] = node(i + 1, i % 1000 == 999 ? i - 998 : i + 2, 1);
		put(CQ__WRITE_INSERT, &nodes_model, &n[i], NULL);
	}
	assert_int_equal(cq__order(&work), CQ_OK);
	assert_int_equal(work.items_count, 20020);
	assert_int_equal(work.order_count, 20020);
}

/* Keys that are not known yet are all the same. */
static void nor_do_many_whose_keys_are_to_come(void **state)
{
	(void)state;
	static Node n[20000];
	cq__entry *last = NULL;
	for (unsigned i = 0; i < 20000; i++) {
		n[i] = node(0, 0, 0);
		cq__entry *const each = put(CQ__WRITE_INSERT, &nodes_model, &n[i], NULL);
		if (i % 100 != 0)
			link_to(each, &node_relations[0], last);
		last = each;
	}
	assert_int_equal(cq__order(&work), CQ_OK);
	assert_int_equal(work.batches_count, 100);
	assert_int_equal(work.edges_count, 19800);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_begin, kit_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(parents_are_inserted_first_and_deleted_last),
		TEST(nothing_is_in_order),
		TEST(children_are_found_by_links),
		TEST(children_are_found_by_explicit_keys),
		TEST(trees_are_deleted_from_their_leaves),
		TEST(tables_that_refer_to_each_other),
		TEST(a_ring_of_rows_is_opened_where_a_key_may_be_null),
		TEST(a_row_that_is_its_own_parent),
		TEST(a_ring_of_rows_to_delete_is_opened_ahead),
		TEST(a_ring_without_a_key_that_may_be_null_is_refused),
		TEST(moving_to_another_parent_waits_for_it_and_is_waited_for),
		TEST(many_rows_take_no_more_than_their_time),
		TEST(nor_do_many_whose_keys_are_to_come),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
