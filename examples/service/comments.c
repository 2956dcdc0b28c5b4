/* comments.c: the comments of a post: /posts/1/comments, /comments/1. */
#include "handlers.h"

#include <inttypes.h>

#include <cquel/words.h>

enum { LONGEST_COMMENT = 5000 };

json_t *comment_json(const Comment *comment)
{
	json_t *const object = json_pack("{s:I, s:I, s:s, s:o}", "id", (json_int_t)comment->id, "post_id", (json_int_t)comment->post_id,
		"body", comment->body, "created_at", json_moment(comment->created_at));
	if (cq_is_loaded(comment->author))
		(void)json_object_set_new(object, "author", user_json(cq_related(comment->author)));
	return object;
}

/* The post of the path, or NULL, and the request is refused. */
static cq_status find_post(Request *request, Post **out)
{
	CQ_TRY(cq_get(request->session, Post, out, request->ids[0]));
	return *out != NULL ? CQ_OK : refuse(request, 404, "there is no post %" PRId64, request->ids[0]);
}

static cq_status find_comment(Request *request, Comment **out)
{
	CQ_TRY(cq_get(request->session, Comment, out, request->ids[0]));
	return *out != NULL ? CQ_OK : refuse(request, 404, "there is no comment %" PRId64, request->ids[0]);
}

cq_status comments_list(Request *request)
{
	cq_session *const session = request->session;
	Page page;
	int64_t total;
	Post *post;
	cq_objects(Comment) found;
	if (!page_of(request, &page))
		return CQ_OK;
	CQ_TRY(find_post(request, &post));
	if (post == NULL)
		return CQ_OK;
	CQ_TRY(cq_scalar(session, &total, SQL(SELECT(COUNT_ROWS()), FROM(comments), WHERE(EQ(comments.post_id, post->id)))));
	CQ_TRY(cq_all(session, Comment, &found, SQL(SELECT_ALL(comments), FROM(comments), WHERE(EQ(comments.post_id, post->id)),
		ORDER_BY(comments.id), LIMIT(page.limit), OFFSET(page.offset), OPTIONS(SELECTIN(comments.author)))));
	json_t *const items = json_array();
	for (size_t i = 0; i < found.count; i++)
		(void)json_array_append_new(items, comment_json(found.items[i]));
	cq_free(&found);
	return reply_page(request, items, &page, total);
}

cq_status comments_create(Request *request)
{
	cq_session *const session = request->session;
	Form form = form_of(request);
	int64_t author_id = 0;
	const char *body = "";
	Post *post;
	User *author;
	Comment *comment;
	form_need(&form, "author_id");
	form_need(&form, "body");
	(void)form_number(&form, "author_id", 1, INT64_MAX, &author_id);
	(void)form_text(&form, "body", 1, LONGEST_COMMENT, &body);
	if (!form_is_right(&form, request))
		return CQ_OK;
	CQ_TRY(find_post(request, &post));
	if (post == NULL)
		return CQ_OK;
	CQ_TRY(cq_get(session, User, &author, author_id));
	if (author == NULL)
		return refuse(request, 409, "there is no user %" PRId64, author_id);
	CQ_TRY(cq_add_new(session, Comment, &comment, .post_id = post->id, .body = body));
	CQ_TRY(cq_assign(session, comment, comments.author, author));
	CQ_TRY(cq_flush(session));
	return reply(request, 201, comment_json(comment));
}

cq_status comments_change(Request *request)
{
	Form form = form_of(request);
	Comment *comment;
	CQ_TRY(find_comment(request, &comment));
	if (comment == NULL)
		return CQ_OK;
	(void)form_text(&form, "body", 1, LONGEST_COMMENT, &comment->body);
	if (!form_is_right(&form, request))
		return CQ_OK;
	return reply(request, 200, comment_json(comment));
}

cq_status comments_delete(Request *request)
{
	Comment *comment;
	CQ_TRY(find_comment(request, &comment));
	if (comment == NULL)
		return CQ_OK;
	CQ_TRY(cq_delete(request->session, comment));
	return reply(request, 204, NULL);
}
