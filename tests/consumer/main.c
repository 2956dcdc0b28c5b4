/* main.c: a program of another project, which knows of cquel only what was installed. */
#include <cquel.h>
#include <cquel/words.h>

#include <stdio.h>
#include <string.h>

#define notes_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(body, TEXT)

CQ_MODEL(Note, notes)

static cq_status count_notes(cq_connection *db, int64_t *count)
{
	Note note = CQ_NEW(Note, .body = "installed");
	CQ_TRY(cq_create_all(db, (const cq_table *[]){ CQ_TABLE(notes) }, 1));
	CQ_TRY(cq_insert(db, Note, &note));
	return cq_scalar(db, count, SQL(SELECT(COUNT(notes.id)), FROM(notes), WHERE(EQ(notes.body, "installed"))));
}

int main(void)
{
	char built_for[32];
	snprintf(built_for, sizeof built_for, "%d.%d.%d", CQ_VERSION_MAJOR, CQ_VERSION_MINOR, CQ_VERSION_PATCH);
	if (strcmp(cq_version(), built_for) != 0) {
		fprintf(stderr, "the headers are of %s, the library of %s\n", built_for, cq_version());
		return 1;
	}

	cq_engine *engine = NULL;
	cq_connection *db = NULL;
	int64_t count = 0;
	cq_status status = cq_engine_open(&engine, "sqlite://", NULL, NULL);
	if (status == CQ_OK)
		status = cq_connect(engine, &db);
	if (status == CQ_OK)
		status = count_notes(db, &count);
	if (status != CQ_OK)
		fprintf(stderr, "%s: %s\n", cq_status_name(status), cq_last_error(db)->message);
	cq_disconnect(&db);
	cq_engine_close(&engine);

	printf("cquel %s: %d\n", cq_version(), (int)count);
	return status == CQ_OK && count == 1 ? 0 : 1;
}
