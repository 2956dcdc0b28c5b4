/* chinook/queries.h: ten questions that a music shop asks its database, each a function that takes its parameters and gives
 * rows. A row is a list (name, type, what is selected), from which CQ_ROW makes the struct, and table.h the columns of a
 * printed table. Every result is freed with cq_free(&rows).
 */
#ifndef CHINOOK_QUERIES_H
#define CHINOOK_QUERIES_H

#include "models.h"

#define AMOUNT DECIMAL(12, 2)

/** 1. What each country brings in, the best first. */
#define CountryRevenue_FIELDS(FIELD)                                                             \
	FIELD(country,        NULLABLE(TEXT), invoices.billing_country)                              \
	FIELD(invoice_count,  BIGINT,         COUNT(invoices.id))                                    \
	FIELD(revenue,        AMOUNT,         COALESCE(SUM(invoices.total), 0))                      \
	FIELD(average_basket, DOUBLE,         COALESCE(AVG(invoices.total), 0.0))
CQ_ROW(CountryRevenue)
typedef cq_rows(CountryRevenue) CountryRevenueRows;
cq_status revenue_per_country(cq_connection *db, CountryRevenueRows *out);

/** 2. The customers who spent the most, at most `limit` of them. */
#define BestCustomer_FIELDS(FIELD)                                                               \
	FIELD(customer, TEXT,           CONCAT(customers.first_name, " ", customers.last_name))      \
	FIELD(country,  NULLABLE(TEXT), customers.country)                                           \
	FIELD(visits,   BIGINT,         COUNT(invoices.id))                                          \
	FIELD(spent,    AMOUNT,         COALESCE(SUM(invoices.total), 0))
CQ_ROW(BestCustomer)
typedef cq_rows(BestCustomer) BestCustomerRows;
cq_status best_customers(cq_connection *db, size_t limit, BestCustomerRows *out);

/** 3. The genres by tracks sold, those that sold at least `at_least`. */
#define GenreSales_FIELDS(FIELD)                                                                 \
	FIELD(genre,   NULLABLE(TEXT), genres.name)                                                  \
	FIELD(sold,    BIGINT,         COALESCE(SUM(invoice_lines.quantity), 0))                     \
	FIELD(revenue, AMOUNT, COALESCE(SUM(MUL(invoice_lines.unit_price, invoice_lines.quantity)), 0))
CQ_ROW(GenreSales)
typedef cq_rows(GenreSales) GenreSalesRows;
cq_status genre_sales(cq_connection *db, int64_t at_least, GenreSalesRows *out);

/** 4. The albums of which no track was ever sold. */
#define UnsoldAlbum_FIELDS(FIELD)                                                                \
	FIELD(artist,      NULLABLE(TEXT), artists.name)                                             \
	FIELD(album,       TEXT,           albums.title)                                             \
	FIELD(track_count, BIGINT,         COUNT(tracks.id))
CQ_ROW(UnsoldAlbum)
typedef cq_rows(UnsoldAlbum) UnsoldAlbumRows;
cq_status unsold_albums(cq_connection *db, UnsoldAlbumRows *out);

/** 5. The staff: whom they report to, and how many customers they look after. The boss comes through a LEFT_JOIN, so the
 *  compiler insists on NULLABLE. */
#define StaffMember_FIELDS(FIELD)                                                                \
	FIELD(employee,       TEXT,           CONCAT(employees.first_name, " ", employees.last_name)) \
	FIELD(title,          NULLABLE(TEXT), employees.title)                                       \
	FIELD(reports_to,     NULLABLE(TEXT), CONCAT(boss.first_name, " ", boss.last_name))          \
	FIELD(customer_count, BIGINT,         COUNT(customers.id))
CQ_ROW(StaffMember)
typedef cq_rows(StaffMember) StaffMemberRows;
cq_status staff(cq_connection *db, StaffMemberRows *out);

/** 6. The longest playlists, empty ones too. */
#define PlaylistSize_FIELDS(FIELD)                                                               \
	FIELD(id,          INTEGER,        playlists.id)                                             \
	FIELD(playlist,    NULLABLE(TEXT), playlists.name)                                           \
	FIELD(track_count, BIGINT,         COUNT(tracks.id))                                         \
	FIELD(minutes,     BIGINT,         COALESCE(DIV(SUM(tracks.milliseconds), 60000), 0))
CQ_ROW(PlaylistSize)
typedef cq_rows(PlaylistSize) PlaylistSizeRows;
cq_status playlist_sizes(cq_connection *db, size_t limit, PlaylistSizeRows *out);

/** 7. The longest track of each media type. */
#define LongestTrack_FIELDS(FIELD)                                                               \
	FIELD(media_type, NULLABLE(TEXT), media_types.name)                                          \
	FIELD(track,      TEXT,           tracks.name)                                               \
	FIELD(seconds,    INTEGER,        DIV(tracks.milliseconds, 1000))
CQ_ROW(LongestTrack)
typedef cq_rows(LongestTrack) LongestTrackRows;
cq_status longest_tracks(cq_connection *db, LongestTrackRows *out);

/** 8. The invoices of a month; what the filter leaves empty is not asked. */
#define MonthInvoice_FIELDS(FIELD)                                                               \
	FIELD(id,       INTEGER,        invoices.id)                                                 \
	FIELD(date,     TIMESTAMP,      invoices.date)                                               \
	FIELD(customer, TEXT,           CONCAT(customers.first_name, " ", customers.last_name))      \
	FIELD(country,  NULLABLE(TEXT), invoices.billing_country)                                    \
	FIELD(total,    AMOUNT,         invoices.total)
CQ_ROW(MonthInvoice)
typedef cq_rows(MonthInvoice) MonthInvoiceRows;
struct invoice_filter {
	const char *country;       /* NULL: any */
	cq_opt_decimal at_least;   /* total; absent: any */
	const int32_t *agents;     /* ids of the employees who look after the customer; NULL: any */
	size_t agent_count;
	bool largest_first;        /* else by date */
};
cq_status invoices_of_month(cq_connection *db, int year, int month, const struct invoice_filter *filter,
	MonthInvoiceRows *out);

/** 9. The tracks of which the name, the album's title or the artist's name contains each of the words, which are
 *  in lower case. */
#define FoundTrack_FIELDS(FIELD)                                                                 \
	FIELD(track,  TEXT,           tracks.name)                                                   \
	FIELD(album,  NULLABLE(TEXT), albums.title)                                                  \
	FIELD(artist, NULLABLE(TEXT), artists.name)                                                  \
	FIELD(price,  AMOUNT,         tracks.unit_price)
CQ_ROW(FoundTrack)
typedef cq_rows(FoundTrack) FoundTrackRows;
cq_status find_tracks(cq_connection *db, const char *const *words, size_t word_count, FoundTrackRows *out);

/** 10. The customers who bought anything of an artist. */
#define Buyer_FIELDS(FIELD)                                                                      \
	FIELD(id,       INTEGER, customers.id)                                                       \
	FIELD(customer, TEXT,    CONCAT(customers.first_name, " ", customers.last_name))             \
	FIELD(email,    TEXT,    customers.email)
CQ_ROW(Buyer)
typedef cq_rows(Buyer) BuyerRows;
cq_status buyers_of(cq_connection *db, const char *artist, BuyerRows *out);

#endif
