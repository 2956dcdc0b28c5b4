/* column-read-only: insert_into */
#include "../models.h"

CASE
{
	const cq_decimal price = {100, 2};
	const cq_uuid code = {{0}};
	const cq_date made = {0};
	const cq_time opens = {0};
	const cq_interval lasts = {0, 0, 0};
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(products, SET(code, code), SET(price, price), SET(made, made), SET(opens, opens), SET(lasts, lasts),
		SET(weight, real))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(products, SET(code, code), SET(price, price), SET(made, made), SET(opens, opens), SET(lasts, lasts),
		SET(weight, real), SET(gross, price)))); /* reject: SET(gross, price): ... */
#endif
}
