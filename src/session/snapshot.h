/* session/snapshot.h: what the database is known to have of an object, and how the object differs from it.
 * It knows nothing of statements. Reading, flushing, refreshing and rolling back call it.
 *
 * A snapshot holds the columns' part of the struct. Its texts are the session's: those of results that it has adopted, or copies.
 * None of this notes anything in the journal: see cq__journal_snapshot.
 */
#ifndef CQ__SESSION_SNAPSHOT_H
#define CQ__SESSION_SNAPSHOT_H

#include "session/session.h"

/* A set of a model's columns: bit i is column i. cq__column_words(model) words. */
static inline uint32_t cq__column_words(const cq__model *model)
{
	return (model->table->column_count + 63) / 64;
}
static inline bool cq__column_in(const uint64_t *columns, uint32_t column)
{
	return (columns[column / 64] >> (column % 64) & 1) != 0;
}
static inline void cq__column_add(uint64_t *columns, uint32_t column)
{
	columns[column / 64] |= UINT64_C(1) << (column % 64);
}

/* The object as it is now becomes its snapshot (made when there is none). Texts that are not the old snapshot's are copied; an
 * object that stands in the session's memory then has the copies, too, so that the program's buffers are needed no longer. The
 * key is the caller's: cq__key_take before, cq__key_put behind. CQ_NO_MEMORY changes nothing. */
CQ_CHECKED cq_status cq__snapshot_take(cq_session *session, cq__entry *entry);

/* The same for what has been inserted: the row itself, in memory that lives as long as the session, becomes the snapshot. Its texts are
 * copied. */
CQ_CHECKED cq_status cq__snapshot_adopt(cq_session *session, cq__entry *entry, void *row);

/* The same for what a result has brought: its texts live as long as the session, so none is copied. */
CQ_CHECKED cq_status cq__snapshot_take_loaded(cq_session *session, cq__entry *entry);

/* The object's columns become the snapshot's: what was changed and not written is lost. Relations stay. */
void cq__snapshot_restore(cq__entry *entry);

/* The snapshot becomes `row`, an object whose texts live as long as the session, and so do the object's columns, but for those that differ
 * from the snapshot: what is changed and not written stays so. */
void cq__snapshot_take_row(const cq__entry *entry, const void *row);

/* `columns` is the columns' part of the struct as it once was; its texts may be gone. Each becomes the object's own, which is restored. */
void cq__snapshot_lend_texts(const cq__entry *entry, void *columns);

/* Which columns differ, by content, as bits (columns may be NULL); false: none, and then no bit is set. Without a snapshot all. */
bool cq__snapshot_changed_columns(const cq__entry *entry, uint64_t *columns);

/* Whether any differs. */
static inline bool cq__snapshot_changed(const cq__entry *entry)
{
	return cq__snapshot_changed_columns(entry, NULL);
}

/* Whether one does. */
bool cq__snapshot_column_changed(const cq__entry *entry, uint32_t column);

/* Copies the columns of `from`, an object of the model in anybody's memory, into the entry's object, texts into the session's
 * memory. CQ_NO_MEMORY changes nothing. */
CQ_CHECKED cq_status cq__object_fill(cq_session *session, const cq__model *model, void *object, const void *from);

/* A copy in the session's memory of a text (with its NUL), or of bytes; NULL: no memory, recorded. */
void *cq__session_copy(cq_session *session, const void *data, size_t size);

#endif
