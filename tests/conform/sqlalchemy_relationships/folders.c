/* tests/conform/sqlalchemy_relationships/folders.c: a tree by a key of two columns, of which one is the same at both ends.
 */
#include "support/snippet.h"

/* page: composite_adjacency_list_models */
#define folder_COLUMNS(COLUMN)                              \
	COLUMN(account_id, BIGINT, PRIMARY_KEY)                 \
	COLUMN(folder_id,  BIGINT, PRIMARY_KEY)                 \
	COLUMN(parent_id,  NULLABLE(BIGINT))                    \
	COLUMN(name,       TEXT)
#define folder_RELATIONS(RELATION)                          \
	RELATION(parent_folder, BELONGS_TO(Folder, account_id, parent_id), BACK(child_folders)) \
	RELATION(child_folders, HAS_MANY(Folder, account_id, parent_id), BACK(parent_folder))

CQ_MODEL(Folder, folder)
CQ_RELATIONS(folder)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(folder)

SNIPPET(composite_adjacency_list)
{
	/* page: composite_adjacency_list */
	Folder *inbox, *done;
	CQ_TRY(cq_add_new(session, Folder, &inbox, .account_id = 7, .folder_id = 1, .name = "inbox"));
	CQ_TRY(cq_add_new(session, Folder, &done, .account_id = 7, .folder_id = 2, .name = "done"));
	CQ_TRY(cq_append(session, inbox, folder.child_folders, done));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 2, "BEGIN; INSERT folder 1; INSERT folder 1; COMMIT");
	assert_int_equal(done->parent_id.value, 1);
	assert_int_equal(done->account_id, 7);
	CQ_TRY(cq_assign(session, done, folder.parent_folder, NULL));
	CQ_TRY(cq_commit(session));
	assert_int_equal(done->account_id, 7);
	assert_false(done->parent_id.present);
	return CQ_OK;
}

/* The account is no part of what is taken away, in objects, and in rows that no object stands for. */
SNIPPET(composite_adjacency_list_deleted)
{
	Folder *inbox, *done, *more;
	CQ_TRY(cq_add_new(session, Folder, &inbox, .account_id = 7, .folder_id = 1, .name = "inbox"));
	CQ_TRY(cq_add_new(session, Folder, &done, .account_id = 7, .folder_id = 2, .name = "done"));
	CQ_TRY(cq_add_new(session, Folder, &more, .account_id = 7, .folder_id = 3, .name = "more"));
	CQ_TRY(cq_append(session, inbox, folder.child_folders, done));
	CQ_TRY(cq_append(session, inbox, folder.child_folders, more));
	CQ_TRY(cq_commit(session));
	CQ_TRY(cq_expunge_all(session));
	CQ_TRY(cq_get(session, Folder, &inbox, 7, 1));
	CQ_TRY(cq_get(session, Folder, &done, 7, 2));
	CQ_TRY(cq_delete(session, inbox));
	CQ_TRY(cq_commit(session));
	assert_int_equal(done->account_id, 7);
	assert_false(done->parent_id.present);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM folder WHERE account_id = 7 AND parent_id IS NULL"), 2);
	return CQ_OK;
}
