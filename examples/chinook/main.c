/* chinook: a music shop asks its database ten questions. `chinook [SCRIPT [URL]]` loads Chinook's own script for SQLite, the one
 * beside the tree when none is named, or a slice of some 340 rows when that is not there. The database is in memory, or where
 * the URL says: postgresql://user@host/shop
 */
#include "load.h"
#include "queries.h"
#include "table.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* Prints what a question gave and frees it. Most rows are cut off: it is a look, not a report. */
enum { ROWS_SHOWN = 8 };

#define ASK(title, R, question, ...) \
	do { \
		R##Rows rows; \
		CQ_TRY(question(__VA_ARGS__, &rows)); \
		const size_t shown = rows.count < ROWS_SHOWN ? rows.count : ROWS_SHOWN; \
		const char *const headings[] = {HEADINGS(R)}; \
		cell cells[ROWS_SHOWN * TABLE_COLUMNS]; \
		for (size_t i = 0; i < shown; i++) \
			PUT_CELLS(R, &rows.items[i], cells + i * FIELD_COUNT(R)); \
		print_table(title, headings, cells, FIELD_COUNT(R), shown); \
		if (shown < rows.count) \
			printf("  ... of %zu\n\n", rows.count); \
		cq_free(&rows); \
	} while (0)

static cq_status ask_everything(cq_connection *db)
{
	const char *const words[] = {"of", "love"};
	const struct invoice_filter everything = {.largest_first = true};
	const struct invoice_filter larger = {.at_least = {true, {200, 2}}, .agents = (const int32_t[]){3, 5}, .agent_count = 2};

	ASK("1. Revenue per country", CountryRevenue, revenue_per_country, db);
	ASK("2. The best customers", BestCustomer, best_customers, db, 5);
	ASK("3. Genres by tracks sold, two or more", GenreSales, genre_sales, db, 2);
	ASK("4. Albums that were never sold", UnsoldAlbum, unsold_albums, db);
	ASK("5. The staff", StaffMember, staff, db);
	ASK("6. The longest playlists", PlaylistSize, playlist_sizes, db, 5);
	ASK("7. The longest track of each media type", LongestTrack, longest_tracks, db);
	ASK("8. The invoices of March 2022, the largest first", MonthInvoice, invoices_of_month, db, 2022, 3, &everything);
	ASK("   Those of 2.00 and more, of the customers of agents 3 and 5", MonthInvoice, invoices_of_month, db, 2022, 3, &larger);
	ASK("9. Tracks about \"of\" and \"love\"", FoundTrack, find_tracks, db, words, 2);
	ASK("10. Who bought anything of Guns N' Roses", Buyer, buyers_of, db, "Guns N' Roses");
	return CQ_OK;
}

static cq_status run(cq_connection *db, const char *script)
{
	cq_status status = chinook_load_script(db, script);
	if (status == CQ_IO) {
		printf("%s is not there: a slice of the rows is used\n\n", script);
		status = chinook_load_slice(db);
	}
	CQ_TRY(status);
	int64_t count;
	CQ_TRY(chinook_count(db, &count));
	printf("%" PRId64 " rows are loaded\n\n", count);
	return ask_everything(db);
}

int main(int argc, char **argv)
{
	char message[CQ_ERROR_TEXT];
	cq_engine *engine;
	if (cq_engine_open(&engine, argc > 2 ? argv[2] : "sqlite://", NULL, message) != CQ_OK) {
		fprintf(stderr, "%s\n", message);
		return EXIT_FAILURE;
	}
	cq_connection *db;
	cq_status status = cq_connect(engine, &db);
	if (status == CQ_OK)
		status = run(db, argc > 1 ? argv[1] : CHINOOK_SCRIPT);
	if (status != CQ_OK) {
		const cq_error *error = db ? cq_last_error(db) : cq_engine_error(engine);
		fprintf(stderr, "%s: %s\n%s:%d: %s\n", cq_status_name(status), error->message, error->file, error->line, error->sql);
	}
	cq_disconnect(&db);
	cq_engine_close(&engine);
	return status == CQ_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
