/* tests/sites/second.c: another file of the program, with a copy of the header's place. */
#include "places.h"

cq_status second_file(cq_connection *db, int64_t *count)
{
	CQ_TRY(cq_execute(db, NULL, SQL(UPDATE(notes, SET(body, "x")), ALL_ROWS))); /* calls: 1 */
	return count_notes(db, count);
}
