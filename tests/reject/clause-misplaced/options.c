/* clause-misplaced: options */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(EXISTS(SELECT(posts.id), FROM(posts)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(EXISTS(SELECT_ALL(posts), FROM(posts), OPTIONS(SELECTIN(posts.author)))))); /* reject: EXISTS(SELECT_ALL(posts), FROM(posts), OPTIONS(SELECTIN(posts.author))): ... */
#endif
}
