/* tags.c: the resource /tags: each with the number of its posts. */
#include "handlers.h"

#include <cquel/words.h>

#define TagUse_FIELDS(FIELD)                                  \
	FIELD(name,       TEXT,   tags.name)                      \
	FIELD(post_count, BIGINT, COUNT_OF(tags.posts))
CQ_ROW(TagUse)

cq_status tags_list(Request *request)
{
	Page page;
	int64_t total;
	cq_rows(TagUse) found;
	if (!page_of(request, &page))
		return CQ_OK;
	CQ_TRY(cq_scalar(request->session, &total, SQL(SELECT(COUNT_ROWS()), FROM(tags))));
	CQ_TRY(cq_all(request->session, TagUse, &found, SQL(SELECT_ROW(TagUse), FROM(tags), ORDER_BY(tags.name), LIMIT(page.limit), OFFSET(page.offset))));
	json_t *const items = json_array();
	for (size_t i = 0; i < found.count; i++)
		(void)json_array_append_new(items, json_pack("{s:s, s:I}", "name", found.items[i].name, "posts", (json_int_t)found.items[i].post_count));
	cq_free(&found);
	return reply_page(request, items, &page, total);
}
