/* null-into-not-null: aggregate */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, "x"), SET(age, COUNT(posts.id))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, MAX(LENGTH(posts.title))): ... */
		INSERT_INTO(users, SET(username, "x"), SET(age, MAX(LENGTH(posts.title)))),
		FROM(posts)));
#endif
}
