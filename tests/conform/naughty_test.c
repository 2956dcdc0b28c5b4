/* tests/conform/naughty_test.c: texts that break programs, as values, patterns, JSON and labels: each comes back as it was,
 * finds itself and nothing it should not, and no table is gone afterwards.
 *
 * Some stand here; the Big List of Naughty Strings is read as well where it lies beside the tree (../shared/data).
 */
#include "conform/shop.h"
#include "support/database.h"

#include <sqlite3.h>

#define LIST_PATH CQ_TEST_SOURCE_DIR "/../shared/data/naughty_strings.txt"

static const char *const own[] = {
	"'", "\"", "`", "\\", "''", "\"\"", "\\'", "';--", "'; DROP TABLE users; --", "\"; DROP TABLE users; --", "1;DROP TABLE users", "' OR 1=1 -- ",
	"%", "_", "!", "!%", "!_", "!!", "%%", "a%b_c!d", "[a-z]", "*", "?", "?1", "$1", ":name", "@name", "#", "--", "/*", "*/", "/* a", "$$", "$tag$",
	" ", "  a  ", "\t", "\n", "\r\n", "\x01\x1f\x7f", "NULL", "null", "undefined", "true", "0", "-0", "1e400", "NaN", "Infinity", "0x10", "1.0", "007",
	"\xc3\xa4\xc3\xb6\xc3\xbc", "\xe2\x80\xaexyz", "\xef\xbb\xbf", "\xf0\x9f\x92\xa9", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9", "Z\xcc\x91\xcc\xab",
	"{\"a\": 1}", "[1, 2]", "{", "$.a", "a.b", "a\"b", "a[0]", "#-1", "<script>alert(1)</script>", "../../etc/passwd", "%s%n%x", "{0}", "\\u0000", "\\x41",
};
enum { OWN = sizeof own / sizeof *own };

#define docs_COLUMNS(COLUMN)             \
	COLUMN(id,   BIGINT, PRIMARY_KEY)    \
	COLUMN(body, TEXT)                   \
	COLUMN(data, JSON)
CQ_MODEL(Doc, docs)

typedef struct strings {
	char *text; /* the file, its line ends turned into NULs */
	const char **items;
	size_t count;
} strings;

static strings list;

static void read_list(void)
{
	FILE *const file = fopen(LIST_PATH, "rb");
	size_t size = 0;
	list = (strings){.items = calloc(OWN + 2000, sizeof *list.items)};
	assert_non_null(list.items);
	for (size_t i = 0; i < OWN; i++)
		list.items[list.count++] = own[i];
	if (file == NULL) {
		printf("skipped: there is no %s; %d strings of the test's own\n", LIST_PATH, OWN);
		return;
	}
	list.text = calloc(1, 1 << 20);
	assert_non_null(list.text);
	size = fread(list.text, 1, (1 << 20) - 1, file);
	assert_true(size > 0);
	fclose(file);
	for (char *line = list.text, *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		*end = '\0';
		if (*line != '\0' && *line != '#' && list.count < OWN + 2000)
			list.items[list.count++] = line;
	}
	printf("%zu strings\n", list.count);
}

static int open_docs(void **state)
{
	read_list();
	shop_open(state);
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_create_all(db, (const cq_table *[]){ CQ_TABLE(docs) }, 1));
	return 0;
}

static int close_docs(void **state)
{
	free(list.items);
	free(list.text);
	return shop_close(state);
}

static int64_t count_tables(cq_connection *db)
{
	int64_t count = -1;
	if (database_kind() == CLIENT_SQLITE)
		MUST(cq_scalar(db, &count, RAW_SQL("SELECT count(*) FROM sqlite_schema WHERE type = 'table'")));
	else
		MUST(cq_scalar(db, &count, RAW_SQL("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")));
	return count;
}

/* The text in JSON's own quotes, written as jsonb writes it; what the caller frees. */
static char *json_of(const char *text)
{
	static const char control[] = "\b\f\n\r\t", letters[] = "bfnrt";
	char *const out = malloc(6 * strlen(text) + 16);
	assert_non_null(out);
	char *at = out + snprintf(out, 16, "{\"v\": \"");
	for (const unsigned char *c = (const unsigned char *)text; *c != '\0'; c++) {
		const char *const named = strchr(control, *c);
		if (*c == '"' || *c == '\\')
			*at++ = '\\', *at++ = (char)*c;
		else if (named != NULL)
			*at++ = '\\', *at++ = letters[named - control];
		else if (*c < 0x20)
			at += snprintf(at, 7, "\\u%04x", *c);
		else
			*at++ = (char)*c;
	}
	memcpy(at, "\"}", 3);
	return out;
}

static void come_back_as_values(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const int64_t tables = count_tables(db);
	for (size_t i = 0; i < list.count; i++) {
		char *const json = json_of(list.items[i]);
		Doc doc = CQ_NEW(Doc, .body = list.items[i], .data = json), *found;
		const char *literal;
		MUST(cq_insert(db, Doc, &doc));
		MUST(cq_one(db, Doc, &found, SQL(SELECT_ALL(docs), FROM(docs), WHERE(EQ(docs.id, doc.id), EQ(docs.body, list.items[i])))));
		assert_string_equal(found->body, list.items[i]);
		assert_string_equal(found->data, json);
		MUST(cq_scalar(db, &literal, SQL(SELECT(VALUE(list.items[i])))));
		assert_string_equal(literal, list.items[i]);
		cq_free(&literal);
		cq_free(&found);
		free(json);
	}
	assert_int_equal(count_tables(db), tables);
}

static void match_literally_as_patterns(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	for (size_t i = 0; i < list.count; i++) {
		char around[4096];
		const int length = snprintf(around, sizeof around, "<%s>", list.items[i]);
		assert_true(length > 0 && (size_t)length < sizeof around);
		bool contains, starts, ends, other;
		MUST(cq_scalar(db, &contains, SQL(SELECT(CONTAINS(VALUE(around), list.items[i])))));
		MUST(cq_scalar(db, &starts, SQL(SELECT(STARTS_WITH(VALUE(around + 1), list.items[i])))));
		around[length - 1] = '\0';
		MUST(cq_scalar(db, &ends, SQL(SELECT(ENDS_WITH(VALUE(around), list.items[i])))));
		MUST(cq_scalar(db, &other, SQL(SELECT(CONTAINS(VALUE("nothing of it: \x02"), list.items[i])))));
		assert_true(contains && starts && ends);
		assert_int_equal(other, strstr("nothing of it: \x02", list.items[i]) != NULL);
	}
}

static void come_back_out_of_json(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	for (size_t i = 0; i < list.count; i++) {
		char *const json = json_of(list.items[i]);
		const char *stored, *made, *named;
		MUST(cq_scalar(db, &stored, SQL(SELECT(JSON_TEXT(CAST(VALUE(json), JSON), "v")))));
		MUST(cq_scalar(db, &made, SQL(SELECT(JSON_TEXT(JSON_OBJECT("v", list.items[i]), "v")))));
		MUST(cq_scalar(db, &named, SQL(SELECT(JSON_TEXT(JSON_OBJECT(list.items[i], "found"), list.items[i])))));
		assert_string_equal(stored, list.items[i]);
		assert_string_equal(made, list.items[i]);
		assert_string_equal(named, "found");
		cq_free(&stored);
		cq_free(&made);
		cq_free(&named);
		free(json);
	}
}

/* What SQLite calls the one column of a text. */
static void expect_name_on_sqlite(sqlite3 *direct, const char *text, const char *name)
{
	sqlite3_stmt *prepared;
	assert_int_equal(sqlite3_prepare_v2(direct, text, -1, &prepared, NULL), SQLITE_OK);
	assert_string_equal(sqlite3_column_name(prepared, 0), name);
	sqlite3_finalize(prepared);
}

/* PostgreSQL makes a key of the column's name. */
static void expect_name_on_postgres(const char *text, const char *name)
{
	const char *const seven[] = { "7" };
	char around[8192];
	client_rows rows;
	assert_true((size_t)snprintf(around, sizeof around, "SELECT jsonb_object_keys(to_jsonb(named)) FROM (%s) AS named", text) < sizeof around);
	client_statement *const prepared = client_prepare(database_client(), around);
	if (prepared == NULL || !client_run(prepared, seven, &rows))
		fail_msg("%s: %s", client_message(database_client()), around);
	assert_string_equal(client_cell(&rows, 0, 0), name);
	client_rows_release(&rows);
	client_finish(prepared);
}

static void write_labelled_seven(cq_statement *statement, const char *label)
{
	cq_statement_init(statement, NULL);
	cq_push_value(statement, CQ_TYPE_BIGINT, 0, (cq_value){.integer = 7});
	cq_push_ref(statement, CQ_OP_AS, 1, label);
	cq_push(statement, CQ_OP_SELECT, 1);
	cq_push_ref(statement, CQ_OP_LABEL, 0, label);
	cq_push(statement, CQ_OP_ORDER_BY, 1);
	cq_push(statement, CQ_OP_STATEMENT, 2);
}

/* A label stands in the text of the statement: the database says how it reads it. */
static void come_back_as_labels(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	sqlite3 *direct;
	assert_int_equal(sqlite3_open(":memory:", &direct), SQLITE_OK);
	for (size_t i = 0; i < list.count; i++) {
		const char *const label = list.items[i];
		cq_statement statement, copy;
		char *text;
		write_labelled_seven(&statement, label);
		cq_statement_copy(&copy, &statement);
		MUST(cq_run_sql_text(client_kind_name(database_kind()), &statement, &text, NULL));
		if (database_kind() == CLIENT_SQLITE)
			expect_name_on_sqlite(direct, text, label);
		else if (strlen(label) < 64) /* it cuts longer names off, wherever they stand */
			expect_name_on_postgres(text, label);
		cq_text_free(text);
		int64_t seven;
		const cq_target target = {CQ_TARGET_SCALAR, CQ_TYPE_BIGINT, 0, sizeof seven, NULL};
		MUST(cq_run_scalar(db, &copy, &target, CQ_WANT_ONE, &seven));
		assert_int_equal(seven, 7);
	}
	sqlite3_close(direct);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(come_back_as_values),
		cmocka_unit_test(match_literally_as_patterns),
		cmocka_unit_test(come_back_out_of_json),
		cmocka_unit_test(come_back_as_labels),
	};
	if (database_missing() != 0)
		return CLIENT_SKIPPED;
	return cmocka_run_group_tests_name("naughty strings", tests, open_docs, close_docs);
}
