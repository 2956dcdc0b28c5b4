/* tests/conform/soft_join_test.c: rows that are deleted softly do not enter a statement, whatever joins bring their table in.
 *
 * Each statement runs twice: on a session while the rows are there, and past it when they are really gone. What it gives is the same.
 */
#include "conform/library.h"

#define guests_COLUMNS(COLUMN)         \
	COLUMN(id, BIGINT, PRIMARY_KEY)    \
	CQ_SOFT_DELETE(COLUMN)
#define guests_RELATIONS(RELATION) RELATION(rooms, MANY_TO_MANY(Room, stays, guest_id, room_id), BACK(guests))
#define rooms_COLUMNS(COLUMN)                                      \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                \
	COLUMN(number, INTEGER)                                        \
	CQ_SOFT_DELETE(COLUMN)
#define rooms_OPTIONS(OPTION) OPTION(SQL_NAME("the rooms"))
#define rooms_RELATIONS(RELATION)                                                   \
	RELATION(guests, MANY_TO_MANY(Guest, stays, room_id, guest_id), BACK(rooms))    \
	RELATION(keys, HAS_MANY(RoomKey, room_id), BACK(room))
#define room_keys_COLUMNS(COLUMN)               \
	COLUMN(id, BIGINT, PRIMARY_KEY)             \
	COLUMN(room_id, NULLABLE(BIGINT))           \
	CQ_SOFT_DELETE(COLUMN)
#define room_keys_RELATIONS(RELATION) RELATION(room, BELONGS_TO(Room, room_id), BACK(keys))
#define stays_COLUMNS(COLUMN)                       \
	COLUMN(room_id, BIGINT, PRIMARY_KEY)            \
	COLUMN(guest_id, BIGINT, PRIMARY_KEY)           \
	CQ_SOFT_DELETE(COLUMN)
CQ_MODEL(Guest, guests)
CQ_MODEL(Room, rooms)
CQ_MODEL(RoomKey, room_keys)
CQ_ASSOCIATION(stays)
CQ_RELATIONS(guests, rooms, room_keys)
CQ_ALIAS(rooms, others)

/* Six of each, of which every second or third is deleted; room 6 has no key, and keys 5 and 6 no room that is there. */
static void fill(void)
{
	const cq_table *const tables[] = { CQ_TABLE(guests), CQ_TABLE(rooms), CQ_TABLE(room_keys), CQ_TABLE(stays) };
	MUST(cq_create_all(opened.db, tables, 4));
	const cq_opt_timestamp gone = { true, { 1000000 } };
	for (int64_t i = 1; i <= 6; i++) {
		Guest guest = { .id = i };
		Room room = { .id = i, .number = (int32_t)i };
		RoomKey key = { .id = i, .room_id = { i != 6, i == 5 ? 99 : i } };
		if (i % 3 == 0)
			guest.deleted_at = gone;
		if (i % 2 == 0)
			room.deleted_at = gone;
		if (i == 1 || i == 4)
			key.deleted_at = gone;
		MUST(cq_insert(opened.db, Guest, &guest));
		MUST(cq_insert(opened.db, Room, &room));
		MUST(cq_insert(opened.db, RoomKey, &key));
	}
	for (int64_t i = 1; i <= 6; i++)
		for (int64_t k = 1; k <= 6; k++) {
			stays_association stay = { .room_id = i, .guest_id = k };
			if ((i + k) % 4 == 0 || i == 5)
				stay.deleted_at = gone;
			if (i * k % 5 != 1)
				MUST(cq_insert(opened.db, stays_association, &stay));
		}
	library_listen();
}

static void really_delete(void)
{
	MUST(cq_execute(opened.db, NULL, SQL(DELETE_FROM(stays), WHERE(IS_NOT_NULL(stays.deleted_at)))));
	MUST(cq_execute(opened.db, NULL, SQL(DELETE_FROM(room_keys), WHERE(IS_NOT_NULL(room_keys.deleted_at)))));
	MUST(cq_execute(opened.db, NULL, SQL(DELETE_FROM(rooms), WHERE(IS_NOT_NULL(rooms.deleted_at)))));
	MUST(cq_execute(opened.db, NULL, SQL(DELETE_FROM(guests), WHERE(IS_NOT_NULL(guests.deleted_at)))));
}

/* Rows, and of which tables: 1,000,000 a row, 10,000 a room, 100 a key or stay, 1 a guest. */
#define ROOM_KEYS(...) STATEMENT(SQL(SELECT(ADD(ADD(MUL(COUNT_ROWS(), 1000000), MUL(COUNT(rooms.id), 10000)), MUL(COUNT(room_keys.id), 100))), __VA_ARGS__))
#define ROOM_GUESTS(...) STATEMENT(SQL(SELECT(ADD(ADD(MUL(COUNT_ROWS(), 1000000), MUL(COUNT(rooms.id), 10000)), COUNT(guests.id))), __VA_ARGS__))
#define ALL_THREE(...) STATEMENT(SQL(SELECT(ADD(ADD(ADD(MUL(COUNT_ROWS(), 1000000), MUL(COUNT(rooms.id), 10000)), MUL(COUNT(room_keys.id), 100)), COUNT(guests.id))), __VA_ARGS__))

static cq_statement ask(int which)
{
	switch (which) {
	case 0: return ROOM_KEYS(FROM(rooms), JOIN(room_keys, EQ(room_keys.room_id, rooms.id)));
	case 1: return ROOM_KEYS(FROM(rooms), LEFT_JOIN(room_keys, EQ(room_keys.room_id, rooms.id)));
	case 2: return ROOM_KEYS(FROM(rooms), RIGHT_JOIN(room_keys, EQ(room_keys.room_id, rooms.id)));
	case 3: return ROOM_KEYS(FROM(rooms), FULL_JOIN(room_keys, EQ(room_keys.room_id, rooms.id)));
	case 4: return ROOM_KEYS(FROM(room_keys), RIGHT_JOIN(rooms, ALONG(rooms.keys)));
	case 5: return ROOM_KEYS(FROM(room_keys), FULL_JOIN(rooms, ALONG(room_keys.room)), WHERE(OR(IS_NULL(rooms.id), GT(rooms.number, 2))));
	case 6: return ROOM_KEYS(FROM(rooms), CROSS_JOIN(room_keys));
	case 7: return ROOM_GUESTS(FROM(rooms), JOIN(guests, ALONG(rooms.guests)));
	case 8: return ROOM_GUESTS(FROM(rooms), LEFT_JOIN(guests, ALONG(rooms.guests)));
	case 9: return ROOM_GUESTS(FROM(rooms), RIGHT_JOIN(guests, ALONG(rooms.guests)));
	case 10: return ROOM_GUESTS(FROM(guests), LEFT_JOIN(rooms, ALONG(rooms.guests)));
	case 11: return ROOM_GUESTS(FROM(rooms), FULL_JOIN(guests, ALONG(rooms.guests)), WHERE(OR(IS_NULL(rooms.id), GT(rooms.id, 1))));
	case 12: return ALL_THREE(FROM(rooms), CROSS_JOIN(guests), RIGHT_JOIN(room_keys, EQ(room_keys.room_id, rooms.id)));
	case 13: return ALL_THREE(FROM(rooms), RIGHT_JOIN(room_keys, EQ(room_keys.room_id, rooms.id)), LEFT_JOIN(guests, EQ(guests.id, room_keys.id)));
	case 14: return ALL_THREE(FROM(rooms), JOIN(guests, EQ(guests.id, rooms.id)), FULL_JOIN(room_keys, EQ(room_keys.room_id, rooms.id)));
	case 15: return ALL_THREE(FROM(rooms), RIGHT_JOIN(guests, EQ(guests.id, rooms.id)), FULL_JOIN(room_keys, EQ(room_keys.room_id, rooms.id)));
	case 16: return ROOM_GUESTS(FROM(rooms), JOIN(stays, EQ(stays.room_id, rooms.id)), RIGHT_JOIN(guests, EQ(guests.id, stays.guest_id)));
	case 17: return STATEMENT(SQL(SELECT(COUNT_ROWS()), FROM(rooms), WHERE(ANY(rooms.guests, GT(guests.id, 1)))));
	case 18: return STATEMENT(SQL(SELECT(COUNT_ROWS()), FROM(room_keys), WHERE(HAS(room_keys.room))));
	case 19: return STATEMENT(SQL(SELECT(COALESCE(SUM(COUNT_OF(rooms.guests)), 0)), FROM(rooms)));
	case 20: return STATEMENT(SQL(SELECT(COUNT_ROWS()), FROM(others), RIGHT_JOIN(room_keys, EQ(room_keys.room_id, others.id)), WHERE(IS_NULL(others.id))));
	case 21: return STATEMENT(SQL(SELECT(COUNT_ROWS()), FROM(others), FULL_JOIN(rooms, EQ(rooms.id, others.number)),
		WHERE(EXISTS(SELECT(room_keys.id), FROM(room_keys), WHERE(EQ(room_keys.room_id, rooms.id))))));
	default: return STATEMENT(SQL(SELECT(COALESCE(MIN(guests.id), 0)), FROM(guests), WHERE(IN(guests.id, SUBQUERY(SELECT(room_keys.id), FROM(rooms),
		RIGHT_JOIN(room_keys, EQ(room_keys.room_id, rooms.id)), WHERE(IS_NULL(rooms.id)))))));
	}
}

enum { QUESTIONS = 23 };

static void as_if_they_were_gone(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	int64_t hidden[QUESTIONS], seen[QUESTIONS], gone;
	fill();
	for (int i = 0; i < QUESTIONS; i++) {
		cq_statement statement = ask(i);
		MUST(cq_scalar(session, &hidden[i], statement));
		statement = ask(i);
		MUST(cq_scalar(opened.db, &seen[i], statement));
	}
	really_delete();
	for (int i = 0; i < QUESTIONS; i++) {
		cq_statement statement = ask(i);
		MUST(cq_scalar(opened.db, &gone, statement));
		if (hidden[i] != gone)
			fail_msg("question %d: %lld with what is hidden, %lld without it", i, (long long)hidden[i], (long long)gone);
		if (hidden[i] == seen[i])
			fail_msg("question %d: what is hidden makes no difference", i);
	}
}

static int open_with_deleted(void **state)
{
	const cq_session_options options = { .with_deleted = true };
	return library_open_with(state, &options);
}

static void with_deleted_they_are_seen(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	int64_t with, seen;
	fill();
	for (int i = 0; i < QUESTIONS; i++) {
		cq_statement statement = ask(i);
		MUST(cq_scalar(session, &with, statement));
		statement = ask(i);
		MUST(cq_scalar(opened.db, &seen, statement));
		assert_int_equal(with, seen);
	}
}

/* An association's rows that are deleted lead nowhere, when it is loaded as when it is joined. */
static void associations_are_loaded_alike(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	cq_objects(Room) found;
	size_t selected[6] = { 0 }, count = 0;
	fill();
	MUST(cq_all(session, Room, &found, SQL(SELECT_ALL(rooms), FROM(rooms), ORDER_BY(rooms.id), OPTIONS(SELECTIN(rooms.guests)))));
	assert_int_equal(found.count, 3);
	for (size_t i = 0; i < found.count; i++)
		count += selected[i] = cq_count(found.items[i]->guests);
	assert_int_equal(selected[2], 0);
	assert_int_equal(count, 4);
	cq_free(&found);
	MUST(cq_expunge_all(session));
	MUST(cq_all(session, Room, &found, SQL(SELECT_ALL(rooms), FROM(rooms), ORDER_BY(rooms.id), OPTIONS(JOINED(rooms.guests)))));
	for (size_t i = 0; i < found.count; i++)
		assert_int_equal(cq_count(found.items[i]->guests), selected[i]);
	cq_free(&found);
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
#define TEST(name) cmocka_unit_test_setup_teardown(name, library_open, library_close)
	const struct CMUnitTest tests[] = {
		TEST(as_if_they_were_gone),
		cmocka_unit_test_setup_teardown(with_deleted_they_are_seen, open_with_deleted, library_close),
		TEST(associations_are_loaded_alike),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
