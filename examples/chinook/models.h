/* chinook/models.h: the eleven tables of the Chinook sample database, a music shop: what it sells, to whom, and who sells
 * it. The database's own names are CamelCase ("InvoiceLine", "InvoiceLineId"); SQL_NAME keeps them, so that a database made by
 * Chinook's own scripts can be used as it is. Columns stand in the order of the scripts, which load.c relies on.
 */
#ifndef CHINOOK_MODELS_H
#define CHINOOK_MODELS_H

#include <cquel.h>

/* An address is seven columns that customers and employees share; a column type that several tables use is a macro. */
#define PLACE_NAME NULLABLE(VARCHAR(40))
#define PRICE DECIMAL(10, 2)

#define ADDRESS(COLUMN)                                                                          \
	COLUMN(address,     NULLABLE(VARCHAR(70)), SQL_NAME("Address"))                              \
	COLUMN(city,        PLACE_NAME,            SQL_NAME("City"))                                 \
	COLUMN(state,       PLACE_NAME,            SQL_NAME("State"))                                \
	COLUMN(country,     PLACE_NAME,            SQL_NAME("Country"))                              \
	COLUMN(postal_code, NULLABLE(VARCHAR(10)), SQL_NAME("PostalCode"))                           \
	COLUMN(phone,       NULLABLE(VARCHAR(24)), SQL_NAME("Phone"))                                \
	COLUMN(fax,         NULLABLE(VARCHAR(24)), SQL_NAME("Fax"))

/* ---- what is sold */

#define genres_OPTIONS(OPTION) OPTION(SQL_NAME("Genre"))
#define genres_COLUMNS(COLUMN)                                                                   \
	COLUMN(id,   INTEGER, PRIMARY_KEY,       SQL_NAME("GenreId"))                                \
	COLUMN(name, NULLABLE(VARCHAR(120)),     SQL_NAME("Name"))
CQ_MODEL(Genre, genres)

#define media_types_OPTIONS(OPTION) OPTION(SQL_NAME("MediaType"))
#define media_types_COLUMNS(COLUMN)                                                              \
	COLUMN(id,   INTEGER, PRIMARY_KEY,       SQL_NAME("MediaTypeId"))                            \
	COLUMN(name, NULLABLE(VARCHAR(120)),     SQL_NAME("Name"))
CQ_MODEL(MediaType, media_types)

#define artists_OPTIONS(OPTION) OPTION(SQL_NAME("Artist")) OPTION(INDEX(name))
#define artists_COLUMNS(COLUMN)                                                                  \
	COLUMN(id,   INTEGER, PRIMARY_KEY,       SQL_NAME("ArtistId"))                               \
	COLUMN(name, NULLABLE(VARCHAR(120)),     SQL_NAME("Name"))
CQ_MODEL(Artist, artists)

#define albums_OPTIONS(OPTION) OPTION(SQL_NAME("Album"))
#define albums_COLUMNS(COLUMN)                                                                   \
	COLUMN(id,        INTEGER, PRIMARY_KEY,  SQL_NAME("AlbumId"))                                \
	COLUMN(title,     VARCHAR(160),          SQL_NAME("Title"))                                  \
	COLUMN(artist_id, INTEGER, REFERENCES(artists, id), INDEXED, SQL_NAME("ArtistId"))
CQ_MODEL(Album, albums)

#define tracks_OPTIONS(OPTION) OPTION(SQL_NAME("Track"))
#define tracks_COLUMNS(COLUMN)                                                                   \
	COLUMN(id,            INTEGER, PRIMARY_KEY,   SQL_NAME("TrackId"))                           \
	COLUMN(name,          VARCHAR(200),           SQL_NAME("Name"))                              \
	COLUMN(album_id,      NULLABLE(INTEGER), REFERENCES(albums, id), INDEXED, SQL_NAME("AlbumId")) \
	COLUMN(media_type_id, INTEGER, REFERENCES(media_types, id), INDEXED, SQL_NAME("MediaTypeId")) \
	COLUMN(genre_id,      NULLABLE(INTEGER), REFERENCES(genres, id), INDEXED, SQL_NAME("GenreId")) \
	COLUMN(composer,      NULLABLE(VARCHAR(220)), SQL_NAME("Composer"))                          \
	COLUMN(milliseconds,  INTEGER,                SQL_NAME("Milliseconds"))                      \
	COLUMN(bytes,         NULLABLE(INTEGER),      SQL_NAME("Bytes"))                             \
	COLUMN(unit_price,    PRICE,                  SQL_NAME("UnitPrice"))
CQ_MODEL(Track, tracks)

/* ---- who sells and who buys */

#define employees_OPTIONS(OPTION) OPTION(SQL_NAME("Employee"))
#define employees_COLUMNS(COLUMN)                                                                \
	COLUMN(id,         INTEGER, PRIMARY_KEY, SQL_NAME("EmployeeId"))                             \
	COLUMN(last_name,  VARCHAR(20),          SQL_NAME("LastName"))                               \
	COLUMN(first_name, VARCHAR(20),          SQL_NAME("FirstName"))                              \
	COLUMN(title,      NULLABLE(VARCHAR(30)), SQL_NAME("Title"))                                 \
	COLUMN(reports_to, NULLABLE(INTEGER), REFERENCES(employees, id), INDEXED, SQL_NAME("ReportsTo")) \
	COLUMN(birth_date, NULLABLE(TIMESTAMP),  SQL_NAME("BirthDate"))                              \
	COLUMN(hire_date,  NULLABLE(TIMESTAMP),  SQL_NAME("HireDate"))                               \
	ADDRESS(COLUMN)                                                                              \
	COLUMN(email,      NULLABLE(VARCHAR(60)), SQL_NAME("Email"))
CQ_MODEL(Employee, employees)
CQ_ALIAS(employees, boss) /* a second name, for the employee that an employee reports to */

#define customers_OPTIONS(OPTION) OPTION(SQL_NAME("Customer"))
#define customers_COLUMNS(COLUMN)                                                                \
	COLUMN(id,         INTEGER, PRIMARY_KEY, SQL_NAME("CustomerId"))                             \
	COLUMN(first_name, VARCHAR(40),          SQL_NAME("FirstName"))                              \
	COLUMN(last_name,  VARCHAR(20),          SQL_NAME("LastName"))                               \
	COLUMN(company,    NULLABLE(VARCHAR(80)), SQL_NAME("Company"))                               \
	ADDRESS(COLUMN)                                                                              \
	COLUMN(email,      VARCHAR(60),          SQL_NAME("Email"))                                  \
	COLUMN(support_rep_id, NULLABLE(INTEGER), REFERENCES(employees, id), INDEXED, SQL_NAME("SupportRepId"))
CQ_MODEL(Customer, customers)

/* ---- what was bought */

#define invoices_OPTIONS(OPTION) OPTION(SQL_NAME("Invoice"))
#define invoices_COLUMNS(COLUMN)                                                                 \
	COLUMN(id,          INTEGER, PRIMARY_KEY, SQL_NAME("InvoiceId"))                             \
	COLUMN(customer_id, INTEGER, REFERENCES(customers, id), INDEXED, SQL_NAME("CustomerId"))     \
	COLUMN(date,        TIMESTAMP,            SQL_NAME("InvoiceDate"))                           \
	COLUMN(billing_address,     NULLABLE(VARCHAR(70)), SQL_NAME("BillingAddress"))               \
	COLUMN(billing_city,        PLACE_NAME,            SQL_NAME("BillingCity"))                  \
	COLUMN(billing_state,       PLACE_NAME,            SQL_NAME("BillingState"))                 \
	COLUMN(billing_country,     PLACE_NAME,            SQL_NAME("BillingCountry"))               \
	COLUMN(billing_postal_code, NULLABLE(VARCHAR(10)), SQL_NAME("BillingPostalCode"))            \
	COLUMN(total,       PRICE,                SQL_NAME("Total"))
CQ_MODEL(Invoice, invoices)

#define invoice_lines_OPTIONS(OPTION) OPTION(SQL_NAME("InvoiceLine"))
#define invoice_lines_COLUMNS(COLUMN)                                                            \
	COLUMN(id,         INTEGER, PRIMARY_KEY,  SQL_NAME("InvoiceLineId"))                         \
	COLUMN(invoice_id, INTEGER, REFERENCES(invoices, id), INDEXED, SQL_NAME("InvoiceId"))        \
	COLUMN(track_id,   INTEGER, REFERENCES(tracks, id), INDEXED, SQL_NAME("TrackId"))            \
	COLUMN(unit_price, PRICE,                 SQL_NAME("UnitPrice"))                             \
	COLUMN(quantity,   INTEGER,               SQL_NAME("Quantity"))
CQ_MODEL(InvoiceLine, invoice_lines)

/* ---- lists of tracks; the table between has a key of two columns */

#define playlists_OPTIONS(OPTION) OPTION(SQL_NAME("Playlist"))
#define playlists_COLUMNS(COLUMN)                                                                \
	COLUMN(id,   INTEGER, PRIMARY_KEY,       SQL_NAME("PlaylistId"))                             \
	COLUMN(name, NULLABLE(VARCHAR(120)),     SQL_NAME("Name"))
CQ_MODEL(Playlist, playlists)

#define playlist_tracks_OPTIONS(OPTION) OPTION(SQL_NAME("PlaylistTrack"))
#define playlist_tracks_COLUMNS(COLUMN)                                                          \
	COLUMN(playlist_id, INTEGER, PRIMARY_KEY, REFERENCES(playlists, id), SQL_NAME("PlaylistId")) \
	COLUMN(track_id,    INTEGER, PRIMARY_KEY, REFERENCES(tracks, id), INDEXED, SQL_NAME("TrackId"))
CQ_MODEL(PlaylistTrack, playlist_tracks)

/* MODEL(Struct, table): the models again, as a list, so that a loop over all of them can be written once. A row of the
 * table on the left references only rows of tables before it. */
#define CHINOOK_MODELS(MODEL)                                                                    \
	MODEL(Genre, genres) MODEL(MediaType, media_types) MODEL(Artist, artists)                    \
	MODEL(Album, albums) MODEL(Track, tracks) MODEL(Employee, employees)                         \
	MODEL(Customer, customers) MODEL(Invoice, invoices) MODEL(InvoiceLine, invoice_lines)        \
	MODEL(Playlist, playlists) MODEL(PlaylistTrack, playlist_tracks)

#endif
