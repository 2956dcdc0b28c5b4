/* wrong-output: values */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, VALUES(articles, count))));
#else
	return cq_execute(db, NULL, SQL( /* reject: User * */
		INSERT_INTO(posts, VALUES(people, count)))); /* reject: User * */
#endif
}
