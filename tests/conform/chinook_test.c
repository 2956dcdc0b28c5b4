/* chinook_test: the ten questions of examples/chinook, each compared, row by row and value by value, with hand-written SQL
 * that sqlite3 runs on the same file. On the slice of the rows always; on the whole database, and on the tables that
 * Chinook's own script makes, where that script is at hand.
 */
#include "chinook/load.h"
#include "chinook/queries.h"
#include "chinook/table.h"

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

/* The database of a group of tests, opened by cquel and by sqlite3. */
static struct shop {
	char folder[64];
	char path[96];
	cq_engine *engine;
	cq_connection *db;
	sqlite3 *direct;
} shop;

static void assert_ok(cq_status status)
{
	if (status != CQ_OK)
		fail_msg("%s: %s\n%s", cq_status_name(status), cq_last_error(shop.db)->message, cq_last_error(shop.db)->sql);
}

static void open_shop(void)
{
	char url[128], message[CQ_ERROR_TEXT];
	shop = (struct shop){.folder = "/tmp/cquel-chinook-XXXXXX"};
	assert_non_null(mkdtemp(shop.folder));
	snprintf(shop.path, sizeof shop.path, "%s/chinook.db", shop.folder);
	snprintf(url, sizeof url, "sqlite:///%s", shop.path);
	assert_int_equal(cq_engine_open(&shop.engine, url, NULL, message), CQ_OK);
	assert_int_equal(cq_connect(shop.engine, &shop.db), CQ_OK);
	assert_int_equal(sqlite3_open(shop.path, &shop.direct), SQLITE_OK);
}

static int close_shop(void **state)
{
	(void)state;
	char path[112];
	cq_disconnect(&shop.db);
	cq_engine_close(&shop.engine);
	assert_int_equal(sqlite3_close(shop.direct), SQLITE_OK);
	static const char *const endings[] = {"", "-wal", "-shm"};
	for (size_t i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "%s%s", shop.path, endings[i]);
		unlink(path);
	}
	assert_int_equal(rmdir(shop.folder), 0);
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
	assert_int_equal(sqlite3_exec(shop.direct, "BEGIN", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(shop.direct, text + mark, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(shop.direct, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
	free(text);
	return 0;
}

/* ---- comparing -------------------------------------------------------------------------------------------------------- */

/* Whether what sqlite3 gives for a column is what cquel gave, as text; NULL only as NULL. */
static void compare_cell(sqlite3_stmt *statement, int column, size_t row, cell value)
{
	char text[CELL_TEXT];
	const bool null = sqlite3_column_type(statement, column) == SQLITE_NULL;
	assert_int_equal(null, value.type == CQ_TYPE_TEXT && !value.text);
	if (null)
		return;
	const char *expected = (const char *)sqlite3_column_text(statement, column);
	if (strcmp(cell_text(value, text), expected) != 0)
		fail_msg("row %zu, column %d: \"%s\", not \"%s\"", row, column, text, expected);
}

/* Steps to the next row of the hand-written SQL and compares the row with it. */
static void compare_row(sqlite3_stmt *statement, const cell *cells, size_t columns, size_t row)
{
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	assert_int_equal(sqlite3_column_count(statement), (int)columns);
	for (size_t i = 0; i < columns; i++)
		compare_cell(statement, (int)i, row, cells[i]);
}

/* Asks the question and compares its answer; `statement` is the hand-written SQL with its parameters bound. */
#define COMPARE(R, statement, call) \
	do { \
		R##Rows rows; \
		cell cells[FIELD_COUNT(R)]; \
		assert_ok(call); \
		for (size_t i = 0; i < rows.count; i++) { \
			PUT_CELLS(R, &rows.items[i], cells); \
			compare_row(statement, cells, FIELD_COUNT(R), i); \
		} \
		assert_int_equal(sqlite3_step(statement), SQLITE_DONE); \
		assert_true(rows.count > 0); \
		cq_free(&rows); \
		assert_int_equal(sqlite3_finalize(statement), SQLITE_OK); \
	} while (0)

static sqlite3_stmt *prepare(const char *sql)
{
	sqlite3_stmt *statement = NULL;
	if (sqlite3_prepare_v2(shop.direct, sql, -1, &statement, NULL) != SQLITE_OK)
		fail_msg("%s", sqlite3_errmsg(shop.direct));
	return statement;
}

/* ---- the ten questions ------------------------------------------------------------------------------------------------ */

static void test_revenue_per_country(void **state)
{
	(void)state;
	sqlite3_stmt *by_hand = prepare(
		"SELECT BillingCountry, count(*), printf('%.2f', sum(Total)), printf('%.2f', avg(Total)) FROM Invoice"
		" GROUP BY BillingCountry ORDER BY sum(Total) DESC, BillingCountry");
	COMPARE(CountryRevenue, by_hand, revenue_per_country(shop.db, &rows));
}

static void test_best_customers(void **state)
{
	(void)state;
	sqlite3_stmt *by_hand = prepare(
		"SELECT FirstName || ' ' || LastName, Country, count(*), printf('%.2f', sum(Total)) FROM Customer"
		" JOIN Invoice USING (CustomerId) GROUP BY CustomerId ORDER BY sum(Total) DESC, LastName LIMIT 7");
	COMPARE(BestCustomer, by_hand, best_customers(shop.db, 7, &rows));
}

static void test_genre_sales(void **state)
{
	(void)state;
	sqlite3_stmt *by_hand = prepare(
		"SELECT g.Name, sum(Quantity), printf('%.2f', sum(l.UnitPrice * Quantity)) FROM Genre g JOIN Track USING (GenreId)"
		" JOIN InvoiceLine l USING (TrackId) GROUP BY GenreId HAVING sum(Quantity) >= 2 ORDER BY sum(Quantity) DESC, g.Name");
	COMPARE(GenreSales, by_hand, genre_sales(shop.db, 2, &rows));
}

static void test_unsold_albums(void **state)
{
	(void)state;
	sqlite3_stmt *by_hand = prepare(
		"SELECT Artist.Name, Title, (SELECT count(*) FROM Track WHERE Track.AlbumId = Album.AlbumId) FROM Album"
		" JOIN Artist USING (ArtistId) WHERE AlbumId NOT IN (SELECT AlbumId FROM Track JOIN InvoiceLine USING (TrackId))"
		" ORDER BY Artist.Name, Title");
	COMPARE(UnsoldAlbum, by_hand, unsold_albums(shop.db, &rows));
}

static void test_staff(void **state)
{
	(void)state;
	sqlite3_stmt *by_hand = prepare(
		"SELECT e.FirstName || ' ' || e.LastName, e.Title, b.FirstName || ' ' || b.LastName,"
		" (SELECT count(*) FROM Customer WHERE SupportRepId = e.EmployeeId) FROM Employee e"
		" LEFT JOIN Employee b ON b.EmployeeId = e.ReportsTo ORDER BY e.EmployeeId");
	COMPARE(StaffMember, by_hand, staff(shop.db, &rows));
}

static void test_playlist_sizes(void **state)
{
	(void)state;
	sqlite3_stmt *by_hand = prepare(
		"SELECT PlaylistId, p.Name, count(TrackId), coalesce(sum(Milliseconds) / 60000, 0) FROM Playlist p"
		" LEFT JOIN PlaylistTrack USING (PlaylistId) LEFT JOIN Track USING (TrackId)"
		" GROUP BY PlaylistId ORDER BY count(TrackId) DESC, PlaylistId LIMIT 100");
	COMPARE(PlaylistSize, by_hand, playlist_sizes(shop.db, 100, &rows));
}

static void test_longest_tracks(void **state)
{
	(void)state;
	sqlite3_stmt *by_hand = prepare(
		"WITH ranked AS (SELECT *, row_number() OVER (PARTITION BY MediaTypeId ORDER BY Milliseconds DESC, TrackId) AS rank"
		" FROM Track) SELECT m.Name, r.Name, Milliseconds / 1000 FROM ranked r JOIN MediaType m USING (MediaTypeId)"
		" WHERE rank = 1 ORDER BY MediaTypeId");
	COMPARE(LongestTrack, by_hand, longest_tracks(shop.db, &rows));
}

static sqlite3_stmt *prepare_invoices(const char *month, const char *filter, const char *order)
{
	char sql[600];
	snprintf(sql, sizeof sql,
		"SELECT InvoiceId, substr(InvoiceDate, 1, 19), FirstName || ' ' || LastName, BillingCountry, printf('%%.2f', Total)"
		" FROM Invoice JOIN Customer USING (CustomerId) WHERE substr(InvoiceDate, 1, 7) = '%s' %s ORDER BY %s, InvoiceId",
		month, filter, order);
	return prepare(sql);
}

static void test_invoices_of_month(void **state)
{
	(void)state;
	const int32_t agents[] = {3, 5};
	struct invoice_filter filter = {.country = NULL};

	sqlite3_stmt *by_hand = prepare_invoices("2022-03", "", "InvoiceDate");
	COMPARE(MonthInvoice, by_hand, invoices_of_month(shop.db, 2022, 3, &filter, &rows));
	by_hand = prepare_invoices("2025-09", "", "InvoiceDate");
	COMPARE(MonthInvoice, by_hand, invoices_of_month(shop.db, 2025, 9, &filter, &rows));

	filter.largest_first = true;
	filter.at_least = (cq_opt_decimal){true, {397, 2}};
	by_hand = prepare_invoices("2022-03", "AND Total >= 3.97", "Total DESC");
	COMPARE(MonthInvoice, by_hand, invoices_of_month(shop.db, 2022, 3, &filter, &rows));

	filter.country = "Brazil";
	filter.agents = agents;
	filter.agent_count = 2;
	by_hand = prepare_invoices("2022-03",
		"AND Total >= 3.97 AND BillingCountry = 'Brazil' AND SupportRepId IN (3, 5)", "Total DESC");
	COMPARE(MonthInvoice, by_hand, invoices_of_month(shop.db, 2022, 3, &filter, &rows));

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
	sqlite3_stmt *by_hand = prepare(
		"SELECT t.Name, Title, a.Name, printf('%.2f', UnitPrice) FROM Track t LEFT JOIN Album USING (AlbumId)"
		" LEFT JOIN Artist a USING (ArtistId) WHERE (instr(lower(t.Name), 'of') OR instr(lower(Title), 'of')"
		" OR instr(lower(a.Name), 'of')) AND (instr(lower(t.Name), 'love') OR instr(lower(Title), 'love')"
		" OR instr(lower(a.Name), 'love')) ORDER BY t.Name, TrackId");
	COMPARE(FoundTrack, by_hand, find_tracks(shop.db, words, 2, &rows));

	/* A sign of LIKE is only a sign. */
	FoundTrackRows found;
	assert_ok(find_tracks(shop.db, percent, 1, &found));
	by_hand = prepare("SELECT count(*) FROM Track LEFT JOIN Album USING (AlbumId) LEFT JOIN Artist a USING (ArtistId)"
					  " WHERE instr(Track.Name, '%') OR instr(Title, '%') OR instr(a.Name, '%')");
	assert_int_equal(sqlite3_step(by_hand), SQLITE_ROW);
	assert_int_equal(found.count, sqlite3_column_int(by_hand, 0));
	assert_int_equal(sqlite3_finalize(by_hand), SQLITE_OK);
	cq_free(&found);
}

static void test_buyers_of(void **state)
{
	(void)state;
	sqlite3_stmt *by_hand = prepare(
		"SELECT DISTINCT CustomerId, FirstName || ' ' || LastName, Email FROM Customer JOIN Invoice USING (CustomerId)"
		" JOIN InvoiceLine USING (InvoiceId) JOIN Track USING (TrackId) JOIN Album USING (AlbumId)"
		" JOIN Artist a USING (ArtistId) WHERE a.Name = 'Guns N'' Roses' ORDER BY CustomerId");
	COMPARE(Buyer, by_hand, buyers_of(shop.db, "Guns N' Roses", &rows));
}

/* ---- what is loaded --------------------------------------------------------------------------------------------------- */

static int64_t ask_number(const char *sql)
{
	sqlite3_stmt *statement = prepare(sql);
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	const int64_t number = sqlite3_column_int64(statement, 0);
	assert_int_equal(sqlite3_finalize(statement), SQLITE_OK);
	return number;
}

/* Each table's rows, as cquel and as sqlite3 count them. */
static void test_counts(void **state)
{
	(void)state;
	int64_t sum = 0, all;
#define COMPARE_COUNT(S, t) \
	{ \
		int64_t count; \
		assert_ok(cq_scalar(shop.db, &count, SQL(SELECT(COUNT_ROWS()), FROM(t)))); \
		assert_int_equal(count, ask_number("SELECT count(*) FROM " #S)); \
		assert_true(count > 0); \
		sum += count; \
	}
	CHINOOK_MODELS(COMPARE_COUNT)
	assert_ok(chinook_count(shop.db, &all));
	assert_int_equal(all, sum);
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
		{"SELECT count(*) FROM Artist", 275}, {"SELECT count(*) FROM Album", 347}, {"SELECT count(*) FROM Track", 3503},
		{"SELECT count(*) FROM Genre", 25}, {"SELECT count(*) FROM MediaType", 5}, {"SELECT count(*) FROM Playlist", 18},
		{"SELECT count(*) FROM PlaylistTrack", 8715}, {"SELECT count(*) FROM Customer", 59},
		{"SELECT count(*) FROM Employee", 8}, {"SELECT count(*) FROM Invoice", 412}, {"SELECT count(*) FROM InvoiceLine", 2240},
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
	char path[112];
	int64_t before, after;
	assert_ok(chinook_count(shop.db, &before));
	snprintf(path, sizeof path, "%s/script.sql", shop.folder);
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

	int failed = cmocka_run_group_tests_name("slice", slice, open_slice, close_shop);
	if (access(SCRIPT, R_OK) == 0) {
		failed += cmocka_run_group_tests_name("whole database", script, open_script, close_shop);
		failed += cmocka_run_group_tests_name("tables of Chinook's script", original, open_original, close_shop);
	} else {
		printf("skipped: the whole database, for there is no %s\n", SCRIPT);
	}
	return failed;
}
