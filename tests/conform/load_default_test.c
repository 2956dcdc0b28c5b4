/* tests/conform/load_default_test.c: relations that the model's list says are loaded by themselves.
 */
#include "conform/library.h"

static void stock(void)
{
	Publisher publisher = { .id = 1, .name = "a publisher" };
	MUST(cq_insert(opened.db, Publisher, &publisher));
	for (int64_t i = 1; i <= 2; i++) {
		Shelf shelf = { .id = i, .label = "a shelf" };
		MUST(cq_insert(opened.db, Shelf, &shelf));
		for (int64_t k = 1; k <= 3; k++) {
			Book book = { .id = 10 * i + k, .shelf_id = i, .publisher_id = { k != 3, 1 }, .title = "a book" };
			MUST(cq_insert(opened.db, Book, &book));
		}
	}
	library_listen();
}

static void the_models_say(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	stock();
	cq_objects(Shelf) found;
	MUST(cq_all(session, Shelf, &found, SQL(SELECT_ALL(shelves), FROM(shelves), ORDER_BY(shelves.id))));
	/* Shelves; books with publishers. Books do not lead back to shelves. */
	SENT(2);
	assert_int_equal(cq_count(found.items[1]->books), 3);
	Book *const book = cq_items(found.items[1]->books)[0];
	assert_string_equal(cq_related(book->publisher)->name, "a publisher");
	assert_ptr_equal(cq_related(book->shelf), found.items[1]);
	assert_null(cq_related(cq_items(found.items[1]->books)[2]->publisher));
	cq_free(&found);
}

static void a_joined_one_comes_along(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	stock();
	cq_objects(Book) found;
	MUST(cq_all(session, Book, &found, SQL(SELECT_ALL(books), FROM(books), ORDER_BY(books.id), LIMIT(3))));
	/* Books with publishers; shelves. Shelves do not lead back to books. */
	SENT(2);
	assert_int_equal(found.count, 3);
	assert_string_equal(cq_related(found.items[0]->publisher)->name, "a publisher");
	assert_null(cq_related(found.items[2]->publisher));
	assert_int_equal(cq_related(found.items[0]->shelf)->id, 1);
	assert_false(cq_is_loaded(cq_related(found.items[0]->shelf)->books));
	cq_free(&found);
}

static void a_statement_says_otherwise(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	stock();
	cq_objects(Shelf) found;
	MUST(cq_all(session, Shelf, &found, SQL(SELECT_ALL(shelves), FROM(shelves), ORDER_BY(shelves.id), OPTIONS(UNLOADED(shelves.books)))));
	SENT(1);
	assert_false(cq_is_loaded(found.items[0]->books));
	cq_free(&found);
	library_listen();
	MUST(cq_all(session, Shelf, &found, SQL(SELECT_ALL(shelves), FROM(shelves), ORDER_BY(shelves.id),
		OPTIONS(UNLOADED(shelves.books, books.publisher)))));
	SENT(2);
	assert_false(cq_is_loaded(cq_items(found.items[0]->books)[0]->publisher));
	cq_free(&found);
	MUST(cq_expunge_all(session));
	library_listen();
	MUST(cq_all(session, Shelf, &found, SQL(SELECT_ALL(shelves), FROM(shelves), ORDER_BY(shelves.id), OPTIONS(JOINED(shelves.books)))));
	SENT(1);
	assert_int_equal(found.count, 2);
	assert_string_equal(cq_related(cq_items(found.items[0]->books)[0]->publisher)->name, "a publisher");
	cq_free(&found);
}

static void self_references_end_at_the_first(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	for (int64_t i = 1; i <= 4; i++) {
		Node node = { .id = i, .parent_id = { i > 1, i - 1 } };
		MUST(cq_insert(opened.db, Node, &node));
	}
	library_listen();
	Node *node;
	MUST(cq_one(session, Node, &node, SQL(SELECT_ALL(nodes), FROM(nodes), WHERE(EQ(nodes.id, 1)))));
	SENT(2);
	Node *const child = cq_items(node->children)[0];
	assert_int_equal(child->id, 2);
	assert_false(cq_is_loaded(child->children));
	library_listen();
	MUST(cq_one(session, Node, &node, SQL(SELECT_ALL(nodes), FROM(nodes), WHERE(EQ(nodes.id, 1)),
		OPTIONS(SELECTIN(nodes.children, nodes.children, nodes.children)))));
	SENT(3);
	assert_int_equal(cq_items(cq_items(child->children)[0]->children)[0]->id, 4);
}

static void cq_load_goes_on_with_them(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	stock();
	Shelf *shelf;
	MUST(cq_one(session, Shelf, &shelf, SQL(SELECT_ALL(shelves), FROM(shelves), WHERE(EQ(shelves.id, 1)), OPTIONS(UNLOADED(shelves.books)))));
	library_listen();
	MUST(cq_load(session, shelf, shelves.books));
	SENT(1);
	assert_true(cq_is_loaded(cq_items(shelf->books)[0]->publisher));
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
#define TEST(name) cmocka_unit_test_setup_teardown(name, library_open, library_close)
	const struct CMUnitTest tests[] = {
		TEST(the_models_say),
		TEST(a_joined_one_comes_along),
		TEST(a_statement_says_otherwise),
		TEST(self_references_end_at_the_first),
		TEST(cq_load_goes_on_with_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
