/* chinook_test: the ten questions of examples/chinook, each compared, row by row and value by value, with hand-written SQL
 * that the database's plain client runs. On the slice of the rows always; on the whole database where Chinook's own script is
 * at hand, and on SQLite also on the tables that this script makes.
 */
#include "chinook/load.h"
#include "chinook/queries.h"
#include "chinook/table.h"

#include "support/database.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include <cquel/words.h>

#define SCRIPT CQ_TEST_SOURCE_DIR "/" CHINOOK_SCRIPT

/* The database of a group of tests, opened by cquel and by its plain client. */
static struct shop {
	cq_engine *engine;
	cq_connection *db;
} shop;

static void assert_ok(cq_status status)
{
	if (status != CQ_OK)
		fail_msg("%s: %s\n%s", cq_status_name(status), cq_last_error(shop.db)->message, cq_last_error(shop.db)->sql);
}

static void open_shop(void)
{
	char message[CQ_ERROR_TEXT];
	assert_int_equal(cq_engine_open(&shop.engine, database_create_shared(), NULL, message), CQ_OK);
	assert_int_equal(cq_connect(shop.engine, &shop.db), CQ_OK);
}

static int close_shop(void **state)
{
	(void)state;
	cq_disconnect(&shop.db);
	cq_engine_close(&shop.engine);
	database_drop();
	return 0;
}

static int open_slice(void **state)
{
	(void)state;
	open_shop();
	assert_ok(chinook_load_slice(shop.db));
	return 0;
}

static int open_script(void **state)
{
	(void)state;
	open_shop();
	assert_ok(chinook_load_script(shop.db, SCRIPT));
	return 0;
}

/* The database as Chinook's script makes it; cquel only asks. */
static int open_original(void **state)
{
	(void)state;
	open_shop();
	FILE *file = fopen(SCRIPT, "rb");
	assert_non_null(file);
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	const size_t size = (size_t)ftell(file);
	char *text = malloc(size + 1);
	assert_non_null(text);
	rewind(file);
	assert_int_equal(fread(text, 1, size, file), size);
	text[size] = '\0';
	fclose(file);
	const size_t mark = strncmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	sqlite3 *direct;
	assert_int_equal(sqlite3_open(strstr(database_url(), ":///") + 4, &direct), SQLITE_OK);
	assert_int_equal(sqlite3_exec(direct, "BEGIN", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(direct, text + mark, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(direct, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_close(direct), SQLITE_OK);
	free(text);
	return 0;
}

/* ---- comparing -------------------------------------------------------------------------------------------------------- */

/* Whether what the plain client gives for a column is what cquel gave, as text; NULL only as NULL. */
static void compare_cell(const client_rows *by_hand, size_t row, size_t column, cell value)
{
	char text[CELL_TEXT];
	const char *const expected = client_cell(by_hand, row, column);
	assert_int_equal(expected == NULL, value.type == CQ_TYPE_TEXT && !value.text);
	if (expected != NULL && strcmp(cell_text(value, text), expected) != 0)
		fail_msg("row %zu, column %zu: \"%s\", not \"%s\"", row, column, text, expected);
}

static void compare_row(const client_rows *by_hand, const cell *cells, size_t columns, size_t row)
{
	assert_int_equal(by_hand->columns, columns);
	for (size_t i = 0; i < columns; i++)
		compare_cell(by_hand, row, i, cells[i]);
}

/* Asks the question and compares its answer with the rows of the hand-written SQL, which it releases. */
#define COMPARE(R, by_hand, call) \
	do { \
		R##Rows rows; \
		client_rows expected = by_hand; \
		cell cells[FIELD_COUNT(R)]; \
		assert_ok(call); \
		assert_int_equal(rows.count, expected.rows); \
		for (size_t i = 0; i < rows.count; i++) { \
			PUT_CELLS(R, &rows.items[i], cells); \
			compare_row(&expected, cells, FIELD_COUNT(R), i); \
		} \
		assert_true(rows.count > 0); \
		cq_free(&rows); \
		client_rows_release(&expected); \
	} while (0)

/* What the database says of the text that is for it. */
static client_rows ask(const char *sqlite, const char *postgres)
{
	client_rows rows;
	const char *const sql = database_kind() == CLIENT_SQLITE ? sqlite : postgres;
	if (!client_query(database_client(), sql, &rows))
		fail_msg("%s: %s", client_message(database_client()), sql);
	return rows;
}

/* ---- the ten questions ------------------------------------------------------------------------------------------------ */

static void test_revenue_per_country(void **state)
{
	(void)state;
	COMPARE(CountryRevenue, ask(
		"SELECT BillingCountry, count(*), printf('%.2f', sum(Total)), printf('%.2f', avg(Total)) FROM Invoice"
		" GROUP BY BillingCountry ORDER BY sum(Total) DESC, BillingCountry",
		"SELECT \"BillingCountry\", count(*), sum(\"Total\"), CAST(avg(\"Total\") AS numeric(12, 2)) FROM \"Invoice\""
		" GROUP BY \"BillingCountry\" ORDER BY sum(\"Total\") DESC, \"BillingCountry\""),
		revenue_per_country(shop.db, &rows));
}

static void test_best_customers(void **state)
{
	(void)state;
	COMPARE(BestCustomer, ask(
		"SELECT FirstName || ' ' || LastName, Country, count(*), printf('%.2f', sum(Total)) FROM Customer"
		" JOIN Invoice USING (CustomerId) GROUP BY CustomerId ORDER BY sum(Total) DESC, LastName LIMIT 7",
		"SELECT \"FirstName\" || ' ' || \"LastName\", \"Country\", count(*), sum(\"Total\") FROM \"Customer\" AS c"
		" JOIN \"Invoice\" USING (\"CustomerId\") GROUP BY c.\"CustomerId\" ORDER BY sum(\"Total\") DESC, \"LastName\" LIMIT 7"),
		best_customers(shop.db, 7, &rows));
}

static void test_genre_sales(void **state)
{
	(void)state;
	COMPARE(GenreSales, ask(
		"SELECT g.Name, sum(Quantity), printf('%.2f', sum(l.UnitPrice * Quantity)) FROM Genre g JOIN Track USING (GenreId)"
		" JOIN InvoiceLine l USING (TrackId) GROUP BY GenreId HAVING sum(Quantity) >= 2 ORDER BY sum(Quantity) DESC, g.Name",
		"SELECT g.\"Name\", sum(\"Quantity\"), sum(l.\"UnitPrice\" * \"Quantity\") FROM \"Genre\" g JOIN \"Track\" USING (\"GenreId\")"
		" JOIN \"InvoiceLine\" l USING (\"TrackId\") GROUP BY g.\"GenreId\" HAVING sum(\"Quantity\") >= 2"
		" ORDER BY sum(\"Quantity\") DESC, g.\"Name\""),
		genre_sales(shop.db, 2, &rows));
}

static void test_unsold_albums(void **state)
{
	(void)state;
	COMPARE(UnsoldAlbum, ask(
		"SELECT Artist.Name, Title, (SELECT count(*) FROM Track WHERE Track.AlbumId = Album.AlbumId) FROM Album"
		" JOIN Artist USING (ArtistId) WHERE AlbumId NOT IN (SELECT AlbumId FROM Track JOIN InvoiceLine USING (TrackId))"
		" ORDER BY Artist.Name, Title",
		"SELECT r.\"Name\", \"Title\", (SELECT count(*) FROM \"Track\" t WHERE t.\"AlbumId\" = a.\"AlbumId\") FROM \"Album\" a"
		" JOIN \"Artist\" r USING (\"ArtistId\") WHERE \"AlbumId\" NOT IN (SELECT \"AlbumId\" FROM \"Track\""
		" JOIN \"InvoiceLine\" USING (\"TrackId\")) ORDER BY r.\"Name\", \"Title\""),
		unsold_albums(shop.db, &rows));
}

static void test_staff(void **state)
{
	(void)state;
	COMPARE(StaffMember, ask(
		"SELECT e.FirstName || ' ' || e.LastName, e.Title, b.FirstName || ' ' || b.LastName,"
		" (SELECT count(*) FROM Customer WHERE SupportRepId = e.EmployeeId) FROM Employee e"
		" LEFT JOIN Employee b ON b.EmployeeId = e.ReportsTo ORDER BY e.EmployeeId",
		"SELECT e.\"FirstName\" || ' ' || e.\"LastName\", e.\"Title\", b.\"FirstName\" || ' ' || b.\"LastName\","
		" (SELECT count(*) FROM \"Customer\" WHERE \"SupportRepId\" = e.\"EmployeeId\") FROM \"Employee\" e"
		" LEFT JOIN \"Employee\" b ON b.\"EmployeeId\" = e.\"ReportsTo\" ORDER BY e.\"EmployeeId\""),
		staff(shop.db, &rows));
}

static void test_playlist_sizes(void **state)
{
	(void)state;
	COMPARE(PlaylistSize, ask(
		"SELECT PlaylistId, p.Name, count(TrackId), coalesce(sum(Milliseconds) / 60000, 0) FROM Playlist p"
		" LEFT JOIN PlaylistTrack USING (PlaylistId) LEFT JOIN Track USING (TrackId)"
		" GROUP BY PlaylistId ORDER BY count(TrackId) DESC, PlaylistId LIMIT 100",
		"SELECT p.\"PlaylistId\", p.\"Name\", count(t.\"TrackId\"), coalesce(sum(\"Milliseconds\") / 60000, 0) FROM \"Playlist\" p"
		" LEFT JOIN \"PlaylistTrack\" USING (\"PlaylistId\") LEFT JOIN \"Track\" t USING (\"TrackId\")"
		" GROUP BY p.\"PlaylistId\" ORDER BY count(t.\"TrackId\") DESC, p.\"PlaylistId\" LIMIT 100"),
		playlist_sizes(shop.db, 100, &rows));
}

static void test_longest_tracks(void **state)
{
	(void)state;
	COMPARE(LongestTrack, ask(
		"WITH ranked AS (SELECT *, row_number() OVER (PARTITION BY MediaTypeId ORDER BY Milliseconds DESC, TrackId) AS rank"
		" FROM Track) SELECT m.Name, r.Name, Milliseconds / 1000 FROM ranked r JOIN MediaType m USING (MediaTypeId)"
		" WHERE rank = 1 ORDER BY MediaTypeId",
		"WITH ranked AS (SELECT *, row_number() OVER (PARTITION BY \"MediaTypeId\" ORDER BY \"Milliseconds\" DESC, \"TrackId\") AS rank"
		" FROM \"Track\") SELECT m.\"Name\", r.\"Name\", \"Milliseconds\" / 1000 FROM ranked r"
		" JOIN \"MediaType\" m USING (\"MediaTypeId\") WHERE rank = 1 ORDER BY \"MediaTypeId\""),
		longest_tracks(shop.db, &rows));
}

/* The conditions and the order are spelled so that both read them. */
static client_rows ask_invoices(const char *month, const char *filter, const char *order)
{
	char sqlite[700], postgres[700];
	snprintf(sqlite, sizeof sqlite,
		"SELECT InvoiceId, substr(InvoiceDate, 1, 19), FirstName || ' ' || LastName, BillingCountry, printf('%%.2f', Total)"
		" FROM Invoice JOIN Customer USING (CustomerId) WHERE substr(InvoiceDate, 1, 7) = '%s' %s ORDER BY %s, InvoiceId",
		month, filter, order);
	snprintf(postgres, sizeof postgres,
		"SELECT \"InvoiceId\", to_char(\"InvoiceDate\", 'YYYY-MM-DD HH24:MI:SS'), \"FirstName\" || ' ' || \"LastName\","
		" \"BillingCountry\", \"Total\" FROM \"Invoice\" JOIN \"Customer\" USING (\"CustomerId\")"
		" WHERE to_char(\"InvoiceDate\", 'YYYY-MM') = '%s' %s ORDER BY %s, \"InvoiceId\"", month, filter, order);
	return ask(sqlite, postgres);
}

static void test_invoices_of_month(void **state)
{
	(void)state;
	const int32_t agents[] = {3, 5};
	struct invoice_filter filter = {.country = NULL};

	COMPARE(MonthInvoice, ask_invoices("2022-03", "", "\"InvoiceDate\""), invoices_of_month(shop.db, 2022, 3, &filter, &rows));
	COMPARE(MonthInvoice, ask_invoices("2025-09", "", "\"InvoiceDate\""), invoices_of_month(shop.db, 2025, 9, &filter, &rows));

	filter.largest_first = true;
	filter.at_least = (cq_opt_decimal){true, {397, 2}};
	COMPARE(MonthInvoice, ask_invoices("2022-03", "AND \"Total\" >= 3.97", "\"Total\" DESC"),
		invoices_of_month(shop.db, 2022, 3, &filter, &rows));

	filter.country = "Brazil";
	filter.agents = agents;
	filter.agent_count = 2;
	COMPARE(MonthInvoice, ask_invoices("2022-03",
		"AND \"Total\" >= 3.97 AND \"BillingCountry\" = 'Brazil' AND \"SupportRepId\" IN (3, 5)", "\"Total\" DESC"),
		invoices_of_month(shop.db, 2022, 3, &filter, &rows));

	filter.agent_count = 0; /* an empty list holds nobody */
	MonthInvoiceRows nobody;
	assert_ok(invoices_of_month(shop.db, 2022, 3, &filter, &nobody));
	assert_int_equal(nobody.count, 0);
	assert_int_equal(invoices_of_month(shop.db, 2022, 13, &filter, &nobody), CQ_OUT_OF_RANGE);
	cq_free(&nobody);
}

static void test_find_tracks(void **state)
{
	(void)state;
	const char *const words[] = {"of", "love"}, *const percent[] = {"%"};
	COMPARE(FoundTrack, ask(
		"SELECT t.Name, Title, a.Name, printf('%.2f', UnitPrice) FROM Track t LEFT JOIN Album USING (AlbumId)"
		" LEFT JOIN Artist a USING (ArtistId) WHERE (instr(lower(t.Name), 'of') OR instr(lower(Title), 'of')"
		" OR instr(lower(a.Name), 'of')) AND (instr(lower(t.Name), 'love') OR instr(lower(Title), 'love')"
		" OR instr(lower(a.Name), 'love')) ORDER BY t.Name, TrackId",
		"SELECT t.\"Name\", \"Title\", a.\"Name\", \"UnitPrice\" FROM \"Track\" t LEFT JOIN \"Album\" USING (\"AlbumId\")"
		" LEFT JOIN \"Artist\" a USING (\"ArtistId\") WHERE (strpos(lower(t.\"Name\"), 'of') > 0 OR strpos(lower(\"Title\"), 'of') > 0"
		" OR strpos(lower(a.\"Name\"), 'of') > 0) AND (strpos(lower(t.\"Name\"), 'love') > 0 OR strpos(lower(\"Title\"), 'love') > 0"
		" OR strpos(lower(a.\"Name\"), 'love') > 0) ORDER BY t.\"Name\", \"TrackId\""),
		find_tracks(shop.db, words, 2, &rows));

	/* A sign of LIKE is only a sign. */
	FoundTrackRows found;
	assert_ok(find_tracks(shop.db, percent, 1, &found));
	client_rows count = ask(
		"SELECT count(*) FROM Track LEFT JOIN Album USING (AlbumId) LEFT JOIN Artist a USING (ArtistId)"
		" WHERE instr(Track.Name, '%') OR instr(Title, '%') OR instr(a.Name, '%')",
		"SELECT count(*) FROM \"Track\" t LEFT JOIN \"Album\" USING (\"AlbumId\") LEFT JOIN \"Artist\" a USING (\"ArtistId\")"
		" WHERE strpos(t.\"Name\", '%') > 0 OR strpos(\"Title\", '%') > 0 OR strpos(a.\"Name\", '%') > 0");
	assert_int_equal(found.count, strtoll(client_cell(&count, 0, 0), NULL, 10));
	client_rows_release(&count);
	cq_free(&found);
}

static void test_buyers_of(void **state)
{
	(void)state;
	COMPARE(Buyer, ask(
		"SELECT DISTINCT CustomerId, FirstName || ' ' || LastName, Email FROM Customer JOIN Invoice USING (CustomerId)"
		" JOIN InvoiceLine USING (InvoiceId) JOIN Track USING (TrackId) JOIN Album USING (AlbumId)"
		" JOIN Artist a USING (ArtistId) WHERE a.Name = 'Guns N'' Roses' ORDER BY CustomerId",
		"SELECT DISTINCT \"CustomerId\", \"FirstName\" || ' ' || \"LastName\", \"Email\" FROM \"Customer\""
		" JOIN \"Invoice\" USING (\"CustomerId\") JOIN \"InvoiceLine\" USING (\"InvoiceId\") JOIN \"Track\" USING (\"TrackId\")"
		" JOIN \"Album\" USING (\"AlbumId\") JOIN \"Artist\" a USING (\"ArtistId\") WHERE a.\"Name\" = 'Guns N'' Roses'"
		" ORDER BY \"CustomerId\""),
		buyers_of(shop.db, "Guns N' Roses", &rows));
}

/* ---- what is loaded --------------------------------------------------------------------------------------------------- */

/* Of a text that both read. */
static int64_t ask_number(const char *sql)
{
	client_rows rows = ask(sql, sql);
	const int64_t number = strtoll(client_cell(&rows, 0, 0), NULL, 10);
	client_rows_release(&rows);
	return number;
}

/* Each table's rows, as cquel and as the plain client count them. */
static void test_counts(void **state)
{
	(void)state;
	int64_t sum = 0, all;
#define COMPARE_COUNT(S, t) \
	{ \
		int64_t count; \
		assert_ok(cq_scalar(shop.db, &count, SQL(SELECT(COUNT_ROWS()), FROM(t)))); \
		assert_int_equal(count, ask_number("SELECT count(*) FROM \"" #S "\"")); \
		assert_true(count > 0); \
		sum += count; \
	}
	CHINOOK_MODELS(COMPARE_COUNT)
	assert_ok(chinook_count(shop.db, &all));
	assert_int_equal(all, sum);
	if (database_kind() == CLIENT_SQLITE)
		assert_int_equal(ask_number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

static void assert_turnover(cq_decimal expected)
{
	cq_opt_decimal total;
	assert_ok(cq_scalar(shop.db, &total, SQL(SELECT(SUM(invoices.total)), FROM(invoices))));
	assert_true(total.present);
	assert_int_equal(cq_decimal_compare(total.value, expected), 0);
}

static void test_whole_database(void **state)
{
	(void)state;
	static const struct {
		const char *sql;
		int64_t count;
	} tables[] = {
		{"SELECT count(*) FROM \"Artist\"", 275}, {"SELECT count(*) FROM \"Album\"", 347}, {"SELECT count(*) FROM \"Track\"", 3503},
		{"SELECT count(*) FROM \"Genre\"", 25}, {"SELECT count(*) FROM \"MediaType\"", 5}, {"SELECT count(*) FROM \"Playlist\"", 18},
		{"SELECT count(*) FROM \"PlaylistTrack\"", 8715}, {"SELECT count(*) FROM \"Customer\"", 59},
		{"SELECT count(*) FROM \"Employee\"", 8}, {"SELECT count(*) FROM \"Invoice\"", 412}, {"SELECT count(*) FROM \"InvoiceLine\"", 2240},
	};
	int64_t all;
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		assert_int_equal(ask_number(tables[i].sql), tables[i].count);
	assert_ok(chinook_count(shop.db, &all));
	assert_int_equal(all, 15607);
	assert_turnover((cq_decimal){232860, 2});
}

static void test_slice(void **state)
{
	(void)state;
	int64_t all;
	assert_ok(chinook_count(shop.db, &all));
	assert_int_equal(all, 341);
	assert_turnover((cq_decimal){7430, 2});
}

/* Whole objects come back as they are stored: texts beyond ASCII, NULLs, time stamps, decimals. */
static void test_objects(void **state)
{
	(void)state;
	Customer *customer;
	assert_ok(cq_one(shop.db, Customer, &customer, SQL(
		SELECT_ALL(customers), FROM(customers), WHERE(EQ(customers.id, 6)))));
	assert_string_equal(customer->first_name, "Helena");
	assert_string_equal(customer->last_name, "Holý");
	assert_string_equal(customer->address, "Rilská 3174/6");
	assert_null(customer->company);
	assert_true(customer->support_rep_id.present);
	assert_int_equal(customer->support_rep_id.value, 5);
	cq_free(&customer);

	char text[CQ_TIMESTAMP_TEXT];
	Employee *first;
	assert_ok(cq_one(shop.db, Employee, &first, SQL(
		SELECT_ALL(employees), FROM(employees), WHERE(IS_NULL(employees.reports_to)))));
	assert_string_equal(first->last_name, "Adams");
	assert_false(first->reports_to.present);
	assert_true(first->birth_date.present);
	assert_string_equal(cq_timestamp_format(first->birth_date.value, text), "1962-02-18 00:00:00.000000");
	cq_free(&first);

	Track *track;
	assert_ok(cq_first(shop.db, Track, &track, SQL(SELECT_ALL(tracks), FROM(tracks), WHERE(EQ(tracks.name, "War Pigs")))));
	assert_non_null(track);
	assert_int_equal(cq_decimal_compare(track->unit_price, (cq_decimal){99, 2}), 0);
	cq_free(&track);
}

/* ---- scripts that cannot be loaded ------------------------------------------------------------------------------------ */

static void test_bad_scripts(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"",                                                              /* no rows at all */
		"INSERT INTO [Nothing] ([Id]) VALUES (1);",                      /* no such table */
		"INSERT INTO [Genre] ([GenreId], [Name]) VALUES (1);",           /* a value too few */
		"INSERT INTO [Genre] ([GenreId], [Name]) VALUES (1, 'Rock', 2);", /* one too many */
		"INSERT INTO [Genre] ([GenreId], [Name]) VALUES ('x', 'Rock');", /* of another type */
		"INSERT INTO [Genre] ([GenreId], [Name]) VALUES (NULL, 'Rock');", /* NULL in a key */
		"INSERT INTO [Genre] ([GenreId], [Name]) VALUES (1, 'Rock",      /* cut off */
	};
	char folder[] = "/tmp/cquel-chinook-XXXXXX", path[64];
	int64_t before, after;
	assert_ok(chinook_count(shop.db, &before));
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/script.sql", folder);
	assert_int_equal(chinook_load_script(shop.db, path), CQ_IO);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		FILE *file = fopen(path, "wb");
		assert_non_null(file);
		assert_true(fputs(texts[i], file) >= 0);
		assert_int_equal(fclose(file), 0);
		assert_int_equal(chinook_load_script(shop.db, path), CQ_CORRUPT);
		assert_ok(chinook_count(shop.db, &after)); /* rolled back: all rows are still there */
		assert_int_equal(after, before);
		assert_false(cq_in_transaction(shop.db));
	}
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(folder), 0);
}

#define QUESTIONS \
	cmocka_unit_test(test_revenue_per_country), cmocka_unit_test(test_best_customers), cmocka_unit_test(test_genre_sales), \
		cmocka_unit_test(test_unsold_albums), cmocka_unit_test(test_staff), cmocka_unit_test(test_playlist_sizes), \
		cmocka_unit_test(test_longest_tracks), cmocka_unit_test(test_find_tracks), cmocka_unit_test(test_buyers_of)

int main(void)
{
	const struct CMUnitTest slice[] = {
		cmocka_unit_test(test_slice), cmocka_unit_test(test_counts), cmocka_unit_test(test_objects), QUESTIONS,
		cmocka_unit_test(test_invoices_of_month), cmocka_unit_test(test_bad_scripts)};
	const struct CMUnitTest script[] = {
		cmocka_unit_test(test_whole_database), cmocka_unit_test(test_counts), cmocka_unit_test(test_objects), QUESTIONS,
		cmocka_unit_test(test_invoices_of_month)};
	/* The script's time stamps end with the seconds. They are read as they are, but SQLite compares texts, and in such a
	 * table the first moment of a month stands before cquel's text of the same moment: no question 8. */
	const struct CMUnitTest original[] = {
		cmocka_unit_test(test_whole_database), cmocka_unit_test(test_counts), cmocka_unit_test(test_objects), QUESTIONS};

	const int missing = database_missing();
	if (missing != 0)
		return missing;
	int failed = cmocka_run_group_tests_name("slice", slice, open_slice, close_shop);
	if (access(SCRIPT, R_OK) == 0) {
		failed += cmocka_run_group_tests_name("whole database", script, open_script, close_shop);
		if (database_kind() == CLIENT_SQLITE)
			failed += cmocka_run_group_tests_name("tables of Chinook's script", original, open_original, close_shop);
	} else {
		printf("skipped: the whole database, for there is no %s\n", SCRIPT);
	}
	return failed;
}
