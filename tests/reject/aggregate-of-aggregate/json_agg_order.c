/* aggregate-of-aggregate: json_agg_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_AGG(users.username, ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: JSON_AGG(users.username, ORDER_BY(DESC(COUNT(users.id)))): ... */
		SELECT(JSON_AGG(users.username, ORDER_BY(DESC(COUNT(users.id))))),
		FROM(users)));
#endif
}
