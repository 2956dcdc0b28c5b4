/* tests/sites/main.c: a program that runs some of its statements and writes down all of its places. */
#include "places.h"

#include <stdio.h>
#include <string.h>

static void print(void *user, const cq_site_counters *site)
{
	const char *const slash = strrchr(site->file, '/');
	if (*site->file != '\0')
		printf("%s %s:%d %d\n", (const char *)user, slash != NULL ? slash + 1 : site->file, site->line, (int)site->calls);
}

static cq_status run(cq_connection *db, bool really)
{
	int64_t count;
	CQ_TRY(cq_create_all(db, (const cq_table *[]){ CQ_TABLE(notes) }, 1));
	CQ_TRY(count_notes(db, &count));
	CQ_TRY(second_file(db, &count));
	if (really)
		CQ_TRY(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.body)), FROM(notes)))); /* calls: 0 */
	return in_library(db, &count, really);
}

int main(int count, char **arguments)
{
	cq_engine *engine = NULL;
	cq_connection *db = NULL;
	(void)arguments;
	if (cq_engine_open(&engine, "sqlite://", NULL, NULL) != CQ_OK || cq_connect(engine, &db) != CQ_OK)
		return 1;
	if (run(db, count > 1) != CQ_OK) {
		printf("%s\n", cq_last_error(db)->message);
		return 1;
	}
	if (cq_engine_sites(engine, print, "program") != CQ_OK)
		return 1;
	library_places(engine, print);
	cq_engine_close(&engine);
	return 0;
}
