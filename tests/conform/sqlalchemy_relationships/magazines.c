/* tests/conform/sqlalchemy_relationships/magazines.c: two foreign keys that share a column.
 */
#include "support/snippet.h"

/* page: overlapping_foreign_keys_models */
#define magazine_COLUMNS(COLUMN)                            \
	COLUMN(id, BIGINT, PRIMARY_KEY)

#define writer_COLUMNS(COLUMN)                              \
	COLUMN(id,          BIGINT, PRIMARY_KEY)                \
	COLUMN(magazine_id, BIGINT, PRIMARY_KEY, REFERENCES(magazine, id))
#define writer_RELATIONS(RELATION)                          \
	RELATION(magazine, BELONGS_TO(Magazine, magazine_id))

#define article_COLUMNS(COLUMN)                             \
	COLUMN(article_id,  BIGINT, PRIMARY_KEY)                \
	COLUMN(magazine_id, BIGINT, PRIMARY_KEY, REFERENCES(magazine, id)) \
	COLUMN(writer_id,   NULLABLE(BIGINT))
#define article_RELATIONS(RELATION)                         \
	RELATION(magazine, BELONGS_TO(Magazine, magazine_id))   \
	RELATION(writer,   BELONGS_TO(Writer, writer_id, magazine_id))

CQ_MODEL(Magazine, magazine)
CQ_MODEL(Writer, writer)
CQ_MODEL(Article, article)
CQ_RELATIONS(writer, article)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(magazine), CQ_TABLE(writer), CQ_TABLE(article)

SNIPPET(overlapping_foreign_keys)
{
	/* page: overlapping_foreign_keys */
	Magazine *weekly;
	Writer *ann;
	Article *news;
	CQ_TRY(cq_add_new(session, Magazine, &weekly));
	CQ_TRY(cq_add_new(session, Writer, &ann, .id = 5));
	CQ_TRY(cq_assign(session, ann, writer.magazine, weekly));
	CQ_TRY(cq_add_new(session, Article, &news, .article_id = 9));
	CQ_TRY(cq_assign(session, news, article.magazine, weekly));
	CQ_TRY(cq_assign(session, news, article.writer, ann));
	CQ_TRY(cq_commit(session));
	CQ_TRY(cq_assign(session, news, article.writer, NULL)); /* its magazine stays */
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(4, 4, "BEGIN; INSERT magazine 1; INSERT writer 1; INSERT article 1; COMMIT; BEGIN; UPDATE article 1; COMMIT");
	assert_int_equal(news->magazine_id, weekly->id);
	assert_int_equal(ann->magazine_id, weekly->id);
	assert_false(news->writer_id.present);
	return CQ_OK;
}
