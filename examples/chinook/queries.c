/* chinook/queries.c: the ten questions. It knows nothing of how rows are printed or where the database came from; main.c
 * and the tests call it. Each statement reads as its SQL would; what would not run does not compile.
 */
#include "queries.h"

#include <cquel/words.h>

CQ_ALIAS(tracks, sold)  /* a track in a subquery beside the tracks outside */
CQ_ALIAS(tracks, other)

cq_status revenue_per_country(cq_connection *db, CountryRevenueRows *out)
{
	return cq_all(db, CountryRevenue, out, SQL(
		SELECT_ROW(CountryRevenue),
		FROM(invoices),
		GROUP_BY(invoices.billing_country),
		ORDER_BY(DESC(SUM(invoices.total)), invoices.billing_country)));
}

/* Grouped by its primary key, every column of a table may be selected. */
cq_status best_customers(cq_connection *db, size_t limit, BestCustomerRows *out)
{
	return cq_all(db, BestCustomer, out, SQL(
		SELECT_ROW(BestCustomer),
		FROM(customers),
		JOIN(invoices, EQ(invoices.customer_id, customers.id)),
		GROUP_BY(customers.id),
		ORDER_BY(DESC(LABEL(spent)), customers.last_name),
		LIMIT(limit)));
}

cq_status genre_sales(cq_connection *db, int64_t at_least, GenreSalesRows *out)
{
	return cq_all(db, GenreSales, out, SQL(
		SELECT_ROW(GenreSales),
		FROM(genres),
		JOIN(tracks, EQ(tracks.genre_id, genres.id)),
		JOIN(invoice_lines, EQ(invoice_lines.track_id, tracks.id)),
		GROUP_BY(genres.id),
		HAVING(GE(SUM(invoice_lines.quantity), at_least)),
		ORDER_BY(DESC(LABEL(sold)), genres.name)));
}

/* A subquery may use the tables around it: albums.id is the row that is being looked at. */
cq_status unsold_albums(cq_connection *db, UnsoldAlbumRows *out)
{
	return cq_all(db, UnsoldAlbum, out, SQL(
		SELECT_ROW(UnsoldAlbum),
		FROM(albums),
		JOIN(artists, EQ(artists.id, albums.artist_id)),
		LEFT_JOIN(tracks, EQ(tracks.album_id, albums.id)),
		WHERE(NOT(EXISTS(
			SELECT(invoice_lines.id),
			FROM(invoice_lines),
			JOIN(sold, EQ(sold.id, invoice_lines.track_id)),
			WHERE(EQ(sold.album_id, albums.id))))),
		GROUP_BY(albums.id, artists.id),
		ORDER_BY(artists.name, albums.title)));
}

/* The table joins itself under its second name. */
cq_status staff(cq_connection *db, StaffMemberRows *out)
{
	return cq_all(db, StaffMember, out, SQL(
		SELECT_ROW(StaffMember),
		FROM(employees),
		LEFT_JOIN(boss, EQ(boss.id, employees.reports_to)),
		LEFT_JOIN(customers, EQ(customers.support_rep_id, employees.id)),
		GROUP_BY(employees.id, boss.id),
		ORDER_BY(employees.id)));
}

cq_status playlist_sizes(cq_connection *db, size_t limit, PlaylistSizeRows *out)
{
	return cq_all(db, PlaylistSize, out, SQL(
		SELECT_ROW(PlaylistSize),
		FROM(playlists),
		LEFT_JOIN(playlist_tracks, EQ(playlist_tracks.playlist_id, playlists.id)),
		LEFT_JOIN(tracks, EQ(tracks.id, playlist_tracks.track_id)),
		GROUP_BY(playlists.id),
		ORDER_BY(DESC(LABEL(track_count)), playlists.id),
		LIMIT(limit)));
}

/* The subquery gives one id for each media type; it stands where a value would. */
cq_status longest_tracks(cq_connection *db, LongestTrackRows *out)
{
	return cq_all(db, LongestTrack, out, SQL(
		SELECT_ROW(LongestTrack),
		FROM(media_types),
		JOIN(tracks, EQ(tracks.id, SUBQUERY(
			SELECT(other.id),
			FROM(other),
			WHERE(EQ(other.media_type_id, media_types.id)),
			ORDER_BY(DESC(other.milliseconds), other.id),
			LIMIT(1)))),
		ORDER_BY(media_types.id)));
}

/* Each WHEN is there or not; the statement is compiled once for each combination that occurs, and cached. */
cq_status invoices_of_month(cq_connection *db, int year, int month, const struct invoice_filter *filter,
	MonthInvoiceRows *out)
{
	cq_date first_day, day_after;
	*out = (MonthInvoiceRows){0};
	CQ_TRY(cq_date_make(year, month, 1, &first_day));
	CQ_TRY(cq_date_make(month < 12 ? year : year + 1, month < 12 ? month + 1 : 1, 1, &day_after));
	const int64_t microseconds_of_a_day = 86400 * INT64_C(1000000);
	const cq_timestamp from = {first_day.days * microseconds_of_a_day}, until = {day_after.days * microseconds_of_a_day};

	return cq_all(db, MonthInvoice, out, SQL(
		SELECT_ROW(MonthInvoice),
		FROM(invoices),
		JOIN(customers, EQ(customers.id, invoices.customer_id)),
		WHERE(
			GE(invoices.date, from),
			LT(invoices.date, until),
			WHEN(filter->country, EQ(invoices.billing_country, filter->country)),
			WHEN(filter->at_least.present, GE(invoices.total, filter->at_least.value)),
			WHEN(filter->agents, IN_ARRAY(customers.support_rep_id, filter->agents, filter->agent_count))),
		ORDER_BY(filter->largest_first ? DESC(invoices.total) : ASC(invoices.date), invoices.id)));
}

/* ALL_OF writes its condition once for each i below word_count, joined by AND. CONTAINS takes its text literally,
 * and tells A from a. */
cq_status find_tracks(cq_connection *db, const char *const *words, size_t word_count, FoundTrackRows *out)
{
	return cq_all(db, FoundTrack, out, SQL(
		SELECT_ROW(FoundTrack),
		FROM(tracks),
		LEFT_JOIN(albums, EQ(albums.id, tracks.album_id)),
		LEFT_JOIN(artists, EQ(artists.id, albums.artist_id)),
		WHERE(ALL_OF(i, word_count, OR(
			CONTAINS(LOWER(tracks.name), words[i]),
			CONTAINS(LOWER(albums.title), words[i]),
			CONTAINS(LOWER(artists.name), words[i])))),
		ORDER_BY(tracks.name, tracks.id)));
}

cq_status buyers_of(cq_connection *db, const char *artist, BuyerRows *out)
{
	return cq_all(db, Buyer, out, SQL(
		SELECT_ROW(Buyer),
		FROM(customers),
		WHERE(EXISTS(
			SELECT(invoices.id),
			FROM(invoices),
			JOIN(invoice_lines, EQ(invoice_lines.invoice_id, invoices.id)),
			JOIN(tracks, EQ(tracks.id, invoice_lines.track_id)),
			JOIN(albums, EQ(albums.id, tracks.album_id)),
			JOIN(artists, EQ(artists.id, albums.artist_id)),
			WHERE(EQ(invoices.customer_id, customers.id), EQ(artists.name, artist)))),
		ORDER_BY(customers.id)));
}
