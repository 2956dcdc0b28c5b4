/* tests/conform/char_test.c: a CHAR(n) that is shorter than n: whatever a database makes of it, what is read finds its row.
 */
#include "conform/shop.h"
#include "support/database.h"

#define codes_COLUMNS(COLUMN)                \
	COLUMN(id, BIGINT, PRIMARY_KEY)          \
	COLUMN(code, CHAR(6), UNIQUE)            \
	COLUMN(other, NULLABLE(CHAR(6)))
CQ_MODEL(Code, codes)

static int open_codes(void **state)
{
	shop_open(state);
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_create_all(db, (const cq_table *[]){ CQ_TABLE(codes) }, 1));
	Code all[] = { CQ_NEW(Code, .code = "x", .other = "y"), CQ_NEW(Code, .code = "sixsix"), CQ_NEW(Code, .code = "") };
	MUST(cq_insert_many(db, Code, all, 3));
	return 0;
}

static void what_is_read_finds_its_row(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_rows(Code) read;
	MUST(cq_all(db, Code, &read, SQL(SELECT_ALL(codes), FROM(codes), ORDER_BY(codes.id))));
	assert_int_equal(read.count, 3);
	for (size_t i = 0; i < read.count; i++) {
		const char *const code = read.items[i].code, *const codes_of[] = { "none", code };
		Code *found;
		/* PostgreSQL fills it up. */
		assert_int_equal(strlen(code), database_kind() == CLIENT_POSTGRES ? 6 : i == 0 ? 1 : i == 1 ? 6 : 0);
		MUST(cq_one(db, Code, &found, SQL(SELECT_ALL(codes), FROM(codes), WHERE(EQ(codes.code, code)))));
		assert_int_equal(found->id, i + 1);
		cq_free(&found);
		MUST(cq_one(db, Code, &found, SQL(SELECT_ALL(codes), FROM(codes), WHERE(IN_ARRAY(codes.code, codes_of, 2)))));
		assert_int_equal(found->id, i + 1);
		cq_free(&found);
		MUST(cq_one(db, Code, &found, SQL(SELECT_ALL(codes), FROM(codes), WHERE(IN(codes.code, "none", code)))));
		assert_int_equal(found->id, i + 1);
		cq_free(&found);
	}
	cq_free(&read);
}

static void what_was_written_finds_its_row(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const char *const written[] = { "x", "sixsix", "" };
	for (int64_t i = 0; i < 3; i++) {
		int64_t id;
		MUST(cq_scalar(db, &id, SQL(SELECT(codes.id), FROM(codes), WHERE(EQ(codes.code, written[i])))));
		assert_int_equal(id, i + 1);
		MUST(cq_scalar(db, &id, SQL(SELECT(codes.id), FROM(codes), WHERE(IN_ARRAY(codes.code, &written[i], 1)))));
		assert_int_equal(id, i + 1);
		MUST(cq_scalar(db, &id, SQL(SELECT(codes.id), FROM(codes), WHERE(IS_NOT_DISTINCT(codes.code, written[i])))));
		assert_int_equal(id, i + 1);
	}
	Code again = CQ_NEW(Code, .code = "x");
	assert_int_equal(cq_insert(db, Code, &again), CQ_UNIQUE);
}

/* By key, many at a time: what was read is changed. */
static void what_is_read_is_updated(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_rows(Code) read;
	int64_t changes;
	MUST(cq_all(db, Code, &read, SQL(SELECT_ALL(codes), FROM(codes), ORDER_BY(codes.id))));
	MUST(cq_execute(db, &changes, SQL(UPDATE(codes, SET(other, read.items[0].code)), WHERE(EQ(codes.other, read.items[0].other)))));
	assert_int_equal(changes, 1);
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(codes, VALUES(read.items, read.count)),
		ON_CONFLICT_DO_UPDATE(codes, KEY(code), SET(other, EXCLUDED(codes.code))))));
	assert_int_equal(changes, 3);
	cq_free(&read);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_read_finds_its_row, open_codes, shop_close),
		cmocka_unit_test_setup_teardown(what_was_written_finds_its_row, open_codes, shop_close),
		cmocka_unit_test_setup_teardown(what_is_read_is_updated, open_codes, shop_close),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
