/* table-not-in-from: insert_into */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, number))));
#else
	return cq_execute(db, NULL, SQL( /* reject: SET: ... */
		INSERT_INTO(users, SET(username, posts.title), SET(age, number))));
#endif
}
