/* tests/sites/library.c: a shared library of the program, whose places are its own. */
#include "places.h"

cq_status in_library(cq_connection *db, int64_t *count, bool really)
{
	if (really)
		CQ_TRY(cq_execute(db, NULL, RAW_SQL("DELETE FROM notes"))); /* calls: 0 */
	return cq_scalar(db, count, SQL(SELECT(COUNT_DISTINCT(notes.id)), FROM(notes), WHERE(GT(notes.id, 0)))); /* calls: 1 */
}

void library_places(cq_engine *engine, cq_site_function *function)
{
	if (cq_engine_sites(engine, function, "library") != CQ_OK)
		function("library failed", &(cq_site_counters){ .file = "?" });
}
