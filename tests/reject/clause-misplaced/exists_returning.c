/* clause-misplaced: exists_returning */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EXISTS(SELECT(posts.id), FROM(posts)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EXISTS(SELECT(posts.id), FROM(posts), ALL_ROWS)))); /* reject: ALL_ROWS): ... */
#endif
}
