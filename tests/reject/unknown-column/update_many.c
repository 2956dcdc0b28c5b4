/* unknown-column: update_many */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_update_many(db, User, NULL, people, 0, username, is_active);
#else
	return cq_update_many(db, User, NULL, people, 0, username, is_actve); /* reject: is_actve */
#endif
}
