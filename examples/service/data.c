/* data.c: makes the tables of the service, and a little data in them, so that there is something to ask for. */
#include "data.h"

#include <stdio.h>

#include <cquel/words.h>

static cq_status fill(cq_connection *db)
{
	User ann = CQ_NEW(User, .username = "ann", .bio = "Writes about birds.");
	return cq_insert(db, User, &ann);
}

static cq_status prepare(cq_connection *db)
{
	const cq_table *const tables[] = { CQ_TABLE(users), CQ_TABLE(posts), CQ_TABLE(comments), CQ_TABLE(tags), CQ_TABLE(post_tags) };
	CQ_TRANSACTION(db) {
		int64_t count;
		CQ_TRY(cq_create_all(db, tables, sizeof tables / sizeof *tables));
		CQ_TRY(cq_scalar(db, &count, SQL(SELECT(COUNT_ROWS()), FROM(users))));
		if (count == 0)
			CQ_TRY(fill(db));
	}
	return CQ_OK;
}

cq_status data_prepare(cq_engine *engine)
{
	cq_connection *db;
	cq_status status = cq_connect(engine, &db);
	if (status == CQ_OK)
		status = prepare(db);
	if (status != CQ_OK)
		(void)fprintf(stderr, "service: %s\n", (db != NULL ? cq_last_error(db) : cq_engine_error(engine))->message);
	cq_disconnect(&db);
	return status;
}
