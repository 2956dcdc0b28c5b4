/* service/json.h: what requests say, read and checked, and the values that answers share. It knows nothing of any table.
 *
 * jansson reads and writes it: it keeps 64-bit integers whole, as keys are, refuses texts that are not UTF-8 or hold a NUL, as
 * the databases do, and counts references, so an answer is put together without asking who frees what.
 */
#ifndef SERVICE_JSON_H
#define SERVICE_JSON_H

#include "service.h"

/* ---- a body: its members are asked for by name; the first that is wrong leaves its sentence, and all others are as absent */

enum { MOST_MEMBERS = 12 };

typedef struct Form {
	const json_t *object;              /* NULL: there is no body */
	const char *asked[MOST_MEMBERS];
	size_t asked_count;
	char problem[200];                 /* "": none */
} Form;

Form form_of(const Request *request);

/* Whether the member is there and right; then *out is set, else it is left alone. Texts are the body's: they live as long as the
 * request. least and most: of its characters, or of the number. */
bool form_text(Form *form, const char *name, size_t least, size_t most, const char **out);
bool form_number(Form *form, const char *name, int64_t least, int64_t most, int64_t *out);
/* A text that may be null: then *out is NULL. */
bool form_nullable_text(Form *form, const char *name, size_t most, const char **out);
/* An array, with at most so many elements. */
bool form_array(Form *form, const char *name, size_t most, const json_t **out);
/* One of its elements, a text. */
bool form_element(Form *form, const char *name, const json_t *array, size_t index, size_t most, const char **out);

/* The member must be there. */
void form_need(Form *form, const char *name);

/* Whether all was right, and nothing is there that was not asked for; else the request has been refused with 400. */
bool form_is_right(Form *form, Request *request);

/* ---- a page of a list: ?offset=40&limit=20 */

enum { USUAL_LIMIT = 20, MOST_LIMIT = 100 };

typedef struct Page {
	int64_t offset, limit;
} Page;

/* False: the request has been refused with 400. */
bool page_of(Request *request, Page *out);

/* {"items": [...], "offset": 40, "limit": 20, "total": 75}; takes the items over. */
cq_status reply_page(Request *request, json_t *items, const Page *page, int64_t total);

/* ---- values */

/* "2024-02-29T23:59:59.123456Z" */
json_t *json_moment(cq_timestamp moment);

#endif
