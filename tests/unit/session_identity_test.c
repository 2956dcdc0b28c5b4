/* session_identity_test.c: keys, and the entries that are found by object and by key. */
#include "session_kit.h"

enum { MANY = 5000 };

static cq__key key_of(const cq__model *model, const void *object)
{
	cq__key key;
	cq__key_read(&key, model, &model->key, object);
	return key;
}

/* ---- keys ----------------------------------------------------------------------------------------------------------- */

static void values_compare_across_types_of_a_family(void **state)
{
	(void)state;
	const User user = { .id = 7 };
	const Post post = { .author_id = 7 }, other = { .author_id = 8 };
	const uint16_t author = 1;
	cq__key of_user = key_of(model_of(CQ_TABLE(users)), &user), of_post, of_other;
	cq__key_read(&of_post, model_of(CQ_TABLE(posts)), &(cq__columns){ 1, &author }, &post);
	cq__key_read(&of_other, model_of(CQ_TABLE(posts)), &(cq__columns){ 1, &author }, &other);
	assert_true(cq__key_equal(&of_user, &of_post));
	assert_int_equal(of_user.hash, of_post.hash);
	assert_false(cq__key_equal(&of_user, &of_other));
}

static void decimals_and_zeros_are_what_they_are_worth(void **state)
{
	(void)state;
	const cq__model *const model = model_of(CQ_TABLE(users));
	const uint16_t price = 5, rate = 6;
	const cq__columns prices = { 1, &price }, rates = { 1, &rate };
	const User a = { .price = { 150, 2 }, .rate = 0.0 }, b = { .price = { 15, 1 }, .rate = -0.0 }, c = { .price = { 15, 2 }, .rate = 1 };
	assert_true(cq__key_same(model, &prices, &a, &b));
	assert_false(cq__key_same(model, &prices, &a, &c));
	assert_true(cq__key_same(model, &rates, &a, &b));
	assert_false(cq__key_same(model, &rates, &a, &c));
}

static void null_is_no_value_and_empty_is_one(void **state)
{
	(void)state;
	const cq__model *const model = model_of(CQ_TABLE(users));
	const uint16_t nullable[] = { 2, 3, 4 };
	const cq__columns columns = { 3, nullable };
	const User none = { .id = 1 };
	const User empty = { .id = 1, .bio = "", .photo = { "", 0 }, .age = { true, 0 } };
	cq__key key;
	cq__key_read(&key, model, &columns, &none);
	assert_true(key.null && key.parts[0].null && key.parts[1].null && key.parts[2].null);
	cq__key_read(&key, model, &columns, &empty);
	assert_false(key.null);
	assert_false(cq__key_same(model, &columns, &none, &empty));
}

static void a_key_is_written_in_the_types_of_the_columns(void **state)
{
	(void)state;
	const cq__model *const of_posts = model_of(CQ_TABLE(posts));
	const uint16_t author = 1;
	const cq__columns columns = { 1, &author };
	Post post = { 0 };
	User user = { .id = 70000 };
	cq__key key = key_of(model_of(CQ_TABLE(users)), &user);
	MUST(cq__key_write(session, &key, of_posts, &columns, &post));
	assert_int_equal(post.author_id, 70000);
	user.id = INT64_C(1) << 40;
	key = key_of(model_of(CQ_TABLE(users)), &user);
	assert_int_equal(cq__key_write(session, &key, of_posts, &columns, &post), CQ_OUT_OF_RANGE);
	key.parts[0].null = true;
	cq__error_clear(&session->working);
	assert_int_equal(cq__key_write(session, &key, of_posts, &columns, &post), CQ_NULL_VALUE);
	cq__error_clear(&session->working);
	assert_int_equal(post.author_id, 70000);
}

static void keys_are_told_in_messages(void **state)
{
	(void)state;
	char text[CQ__KEY_TEXT];
	const User user = { .id = -7 };
	const Seat seat = { .row = 3, .place = "b" };
	cq__key key = key_of(model_of(CQ_TABLE(users)), &user);
	assert_string_equal(cq__key_text(&key, text), "-7");
	key = key_of(model_of(CQ_TABLE(seats)), &seat);
	assert_string_equal(cq__key_text(&key, text), "(3, 'b')");
	char longest[400];
	memset(longest, 'x', sizeof longest);
	longest[sizeof longest - 1] = '\0';
	const Seat far = { .row = 3, .place = longest };
	key = key_of(model_of(CQ_TABLE(seats)), &far);
	assert_true(strlen(cq__key_text(&key, text)) < CQ__KEY_TEXT);
}

/* ---- entries -------------------------------------------------------------------------------------------------------- */

/* Persistent entries for the objects from `first` on. */
static void fill(cq__model *model, User *users_, int first, int count)
{
	for (int i = first; i < first + count; i++) {
		cq__entry *entry;
		users_[i] = (User){ .id = 3 * i + 1, .name = "n" };
		MUST(cq__entry_new(session, model, &users_[i], CQ_PERSISTENT, 0, &entry));
		MUST(cq__snapshot_take(session, entry));
		MUST(cq__key_put(session, entry));
	}
}

static void check(const cq__model *model, const User *users_, int i, bool there)
{
	cq__key key = key_of(model, &users_[i]);
	const cq__entry *const by_object = cq__entry_of_object(session, &users_[i]);
	assert_ptr_equal(cq__entry_of_key(session, model, &key), by_object);
	assert_int_equal(by_object != NULL, there);
	if (there)
		assert_ptr_equal(by_object->object, &users_[i]);
}

static void objects_are_found_until_they_leave(void **state)
{
	(void)state;
	static User all[MANY];
	cq__model *const model = model_of(CQ_TABLE(users));
	fill(model, all, 0, MANY);
	for (int i = 0; i < MANY; i++)
		check(model, all, i, true);
	/* Every second, in no order. */
	for (int i = 0; i < MANY / 2; i++)
		cq__entry_free(session, cq__entry_of_object(session, &all[(i * 2 * 7) % MANY]), CQ_TRANSIENT);
	for (int i = 0; i < MANY; i++)
		check(model, all, i, i % 2 == 1);
	assert_int_equal(session->key_used, MANY / 2);
	assert_int_equal(session->object_used, MANY / 2);
	/* Their places are given to others. */
	const uint32_t before = session->entry_count;
	cq__entries_recycle(session);
	for (int i = 0; i < MANY; i += 2)
		fill(model, all, i, 1);
	assert_int_equal(session->entry_count, before);
	for (int i = 0; i < MANY; i++)
		check(model, all, i, true);
}

static void a_row_has_one_object(void **state)
{
	(void)state;
	User one = { .id = 1, .name = "a" }, two = { .id = 1, .name = "b" };
	cq__model *const model = model_of(CQ_TABLE(users));
	cq__entry *first, *second;
	MUST(cq__entry_new(session, model, &one, CQ_PERSISTENT, 0, &first));
	MUST(cq__key_put(session, first));
	MUST(cq__entry_new(session, model, &two, CQ_PERSISTENT, 0, &second));
	assert_int_equal(cq__key_put(session, second), CQ_MISUSE);
	assert_non_null(strstr(cq__error_get(&session->working)->message, "users"));
	assert_non_null(strstr(cq__error_get(&session->working)->message, "key 1"));
	cq__error_clear(&session->working);
	/* The same key of another model is another row. */
	Post post = { .id = 1, .title = "t" };
	cq__entry *third;
	MUST(cq__entry_new(session, model_of(CQ_TABLE(posts)), &post, CQ_PERSISTENT, 0, &third));
	MUST(cq__key_put(session, third));
	/* One that is taken out makes room. */
	cq__key_take(session, first);
	MUST(cq__key_put(session, second));
	const cq__key key = key_of(model, &one);
	assert_ptr_equal(cq__entry_of_key(session, model, &key), second);
}

static void what_has_left_is_remembered(void **state)
{
	(void)state;
	User user = { .id = 1, .name = "a" };
	cq__model *const model = model_of(CQ_TABLE(users));
	cq__entry *entry;
	MUST(cq__entry_new(session, model, &user, CQ_PERSISTENT, 0, &entry));
	cq__entry_free(session, entry, CQ_DETACHED);
	assert_null(cq__entry_of_object(session, &user));
	assert_int_equal(cq_state_of(session, &user), CQ_DETACHED);
	/* Another object may come to stand there. */
	MUST(cq__entry_new(session, model, &user, CQ_PENDING, 0, &entry));
	assert_int_equal(cq_state_of(session, &user), CQ_PENDING);
	assert_int_equal(session->pending_count, 1);
	cq__entry_free(session, entry, CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, &user), CQ_TRANSIENT);
	assert_int_equal(session->pending_count, 0);
}

static void the_oldest_of_very_many_is_forgotten(void **state)
{
	(void)state;
	enum { VERY_MANY = 70000 };
	static char places[VERY_MANY][8];
	cq__model *const model = model_of(CQ_TABLE(users));
	for (int i = 0; i < VERY_MANY; i++) {
		cq__entry *entry;
		MUST(cq__entry_new(session, model, places[i], CQ_PERSISTENT, 0, &entry));
		cq__entry_free(session, entry, CQ_DETACHED);
	}
	cq__entries_recycle(session);
	assert_int_equal(cq_state_of(session, places[0]), CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, places[VERY_MANY - 1]), CQ_DETACHED);
	assert_int_equal(session->gone_count, 65536);
}

static void memory_is_little(void **state)
{
	(void)state;
	enum { COUNT = 100000 };
	static User all[COUNT];
	assert_in_range(sizeof(cq__entry), 32, 48);
	fill(model_of(CQ_TABLE(users)), all, 0, COUNT);
	/* An entry, and a slot in each map, at most three quarters full when it was made and half as much when it has just grown. */
	assert_true(cq__entry_bytes(session) <= COUNT * (sizeof(cq__entry) + 2 * 4 * 8 / 3 + 1));
	assert_true(session->object_used <= session->object_capacity / 4 * 3 + 1);
}

static void failure_of_memory_changes_nothing(void **state)
{
	(void)state;
	static User all[300];
	cq__model *const model = model_of(CQ_TABLE(users));
	int count = 0;
	while (count < 300) {
		cq__entry *entry = NULL;
		all[count] = (User){ .id = count + 1, .name = "n" };
		cq__alloc_fail_after(1);
		cq_status status = cq__entry_new(session, model, &all[count], CQ_PERSISTENT, 0, &entry);
		if (status == CQ_OK)
			status = cq__key_put(session, entry);
		const bool failed = cq__alloc_count() >= 1;
		cq__alloc_fail_after(0);
		assert_int_equal(status, failed ? CQ_NO_MEMORY : CQ_OK);
		cq__error_clear(&session->working);
		for (int i = 0; i < count; i++)
			check(model, all, i, true);
		if (failed) {
			if (entry != NULL)
				cq__entry_free(session, entry, CQ_TRANSIENT);
			assert_null(cq__entry_of_object(session, &all[count]));
			MUST(cq__entry_reserve(session, 1));
		} else {
			count++;
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(values_compare_across_types_of_a_family),
		TEST(decimals_and_zeros_are_what_they_are_worth),
		TEST(null_is_no_value_and_empty_is_one),
		TEST(a_key_is_written_in_the_types_of_the_columns),
		TEST(keys_are_told_in_messages),
		TEST(objects_are_found_until_they_leave),
		TEST(a_row_has_one_object),
		TEST(what_has_left_is_remembered),
		TEST(the_oldest_of_very_many_is_forgotten),
		TEST(memory_is_little),
		TEST(failure_of_memory_changes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
