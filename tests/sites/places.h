/* tests/sites/places.h: a model, and a place in a header that several files have a copy of. */
#include <cquel.h>
#include <cquel/words.h>

#define notes_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(body, TEXT)
CQ_MODEL(Note, notes)

static inline cq_status count_notes(cq_connection *db, int64_t *count)
{
	return cq_scalar(db, count, SQL(SELECT(COUNT(notes.id)), FROM(notes))); /* calls: 2 */
}

cq_status second_file(cq_connection *db, int64_t *count);
cq_status in_library(cq_connection *db, int64_t *count, bool really);
void library_places(cq_engine *engine, cq_site_function *function);
