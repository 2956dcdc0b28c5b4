/* session/soft_delete.h: rows with a deletion moment (the attribute SOFT_DELETE): how they are deleted, and how they are not seen.
 * It knows nothing of when: the flush, cq_get, statements on a session and the loading of relations call it.
 * Behind it stands soft_delete.c.
 *
 * What is deleted softly stays persistent, and in the session: a restore is setting its column to absent. Its row stays, so its
 * foreign keys, children and associations do; along relations with DELETE, the children whose own model is SOFT_DELETE are deleted
 * softly with it. Statements see it only WITH_DELETED, or with options.with_deleted; UPDATE and DELETE_FROM see, in the table they
 * name, every row: that is how many are restored, or really deleted.
 */
#ifndef CQ__SESSION_SOFT_DELETE_H
#define CQ__SESSION_SOFT_DELETE_H

#include "session/session.h"

/* Whether the object of a model holds a moment of deletion. False for models without the attribute. */
bool cq__soft_deleted(const cq__model *model, const void *object);

/* Makes ready a statement of which nobody said WITH_DELETED: each table with the attribute that it reads (FROM, USING, joins, ANY, HAS and
 * COUNT_OF, in subqueries too) gives only rows without a moment; what a LEFT_JOIN joins, by its ON. Statements without such
 * a table are left alone, and cost a look at their nodes. The session's own statements (cq_get, loading) are made ready by it too.
 * CQ_NO_MEMORY, and CQ_MISUSE for a program that is not well formed, are recorded in session->working. */
CQ_CHECKED cq_status cq__soft_delete_filter(cq_session *session, cq_statement *statement);

/* At the beginning of a flush, behind the before-hooks and before cq__cascade_deletes: persistent objects of such models that are marked DELETE, or
 * ORPHAN, get the present moment and lose the mark, so that the flush finds them changed and writes an UPDATE. Reads the relations with
 * DELETE that are not loaded and lead to such models. Journalled; what fails is undone to the flush's mark by the caller. */
CQ_CHECKED cq_status cq__soft_delete_collect(cq_session *session);

#endif
