/* posts.c: the resource /posts: with its author, its tags and, when it is shown alone, its comments. */
#include "handlers.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <cquel/words.h>

enum { MOST_TAGS = 10, LONGEST_TAG = 30, LONGEST_BODY = 20000 };

/* What was loaded with it is shown. */
static json_t *post_json(const Post *post)
{
	json_t *const object = json_pack("{s:I, s:I, s:s, s:s, s:i, s:o, s:o}", "id", (json_int_t)post->id, "author_id", (json_int_t)post->author_id,
		"title", post->title, "body", post->body, "version", (int)post->version, "created_at", json_moment(post->created_at),
		"updated_at", json_moment(post->updated_at));
	if (cq_is_loaded(post->author))
		(void)json_object_set_new(object, "author", user_json(cq_related(post->author)));
	if (cq_is_loaded(post->tags)) {
		json_t *const names = json_array();
		CQ_EACH(Tag, tag, post->tags)
			(void)json_array_append_new(names, json_string(tag->name));
		(void)json_object_set_new(object, "tags", names);
	}
	if (cq_is_loaded(post->comments)) {
		json_t *const comments_of = json_array();
		CQ_EACH(Comment, comment, post->comments)
			(void)json_array_append_new(comments_of, comment_json(comment));
		(void)json_object_set_new(object, "comments", comments_of);
	}
	return object;
}

/* A post with all that belongs to it: five statements, however many comments there are. NULL: there is none. */
static cq_status find_post(cq_session *session, int64_t id, Post **out)
{
	return cq_one_or_none(session, Post, out, SQL(SELECT_ALL(posts), FROM(posts), WHERE(EQ(posts.id, id)),
		OPTIONS(SELECTIN(posts.author), SELECTIN(posts.tags), SELECTIN(posts.comments), SELECTIN(posts.comments, comments.author))));
}

static cq_status no_post(Request *request)
{
	return refuse(request, 404, "there is no post %" PRId64, request->ids[0]);
}

/* ---- lists ------------------------------------------------------------------------------------------------------------ */

/* author 0: of all. */
static cq_status list(Request *request, int64_t author)
{
	Page page;
	int64_t total;
	cq_objects(Post) found;
	if (!page_of(request, &page))
		return CQ_OK;
	CQ_TRY(cq_scalar(request->session, &total, SQL(SELECT(COUNT_ROWS()), FROM(posts), WHERE(WHEN(author != 0, EQ(posts.author_id, author))))));
	CQ_TRY(cq_all(request->session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), WHERE(WHEN(author != 0, EQ(posts.author_id, author))),
		ORDER_BY(DESC(posts.id)), LIMIT(page.limit), OFFSET(page.offset), OPTIONS(SELECTIN(posts.author), SELECTIN(posts.tags)))));
	json_t *const items = json_array();
	for (size_t i = 0; i < found.count; i++)
		(void)json_array_append_new(items, post_json(found.items[i]));
	cq_free(&found);
	return reply_page(request, items, &page, total);
}

cq_status posts_list(Request *request)
{
	return list(request, 0);
}

cq_status posts_of_user(Request *request)
{
	User *user;
	CQ_TRY(cq_get(request->session, User, &user, request->ids[0]));
	if (user == NULL)
		return refuse(request, 404, "there is no user %" PRId64, request->ids[0]);
	return list(request, user->id);
}

cq_status posts_show(Request *request)
{
	Post *post;
	CQ_TRY(find_post(request->session, request->ids[0], &post));
	return post != NULL ? reply(request, 200, post_json(post)) : no_post(request);
}

/* ---- tags of a post --------------------------------------------------------------------------------------------------- */

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

typedef struct TagNames {
	const char *names[MOST_TAGS];
	size_t count;
	bool given;
} TagNames;

static void form_tags(Form *form, TagNames *out)
{
	const json_t *array;
	*out = (TagNames){ .given = form_array(form, "tags", MOST_TAGS, &array) };
	for (size_t i = 0; out->given && i < json_array_size(array); i++) {
		if (form_element(form, "tags", array, i, LONGEST_TAG, &out->names[out->count]))
			out->count++;
	}
	/* All write tags in one order, so that no two wait for each other. */
	qsort(out->names, out->count, sizeof *out->names, compare_names);
}

static bool is_among(const TagNames *names, const char *name)
{
	return bsearch(&name, names->names, names->count, sizeof *names->names, compare_names) != NULL;
}

/* The post gets just these tags; those that nobody has used yet are made. */
static cq_status set_tags(cq_session *session, Post *post, const TagNames *names)
{
	Tag wanted[MOST_TAGS];
	cq_objects(Tag) found;
	for (size_t i = 0; i < names->count; i++)
		wanted[i] = CQ_NEW(Tag, .name = names->names[i]);
	if (names->count > 0)
		CQ_TRY(cq_execute(session, NULL, SQL(INSERT_INTO(tags, VALUES(wanted, names->count)), ON_CONFLICT_DO_NOTHING(tags, KEY(name)))));
	CQ_TRY(cq_all(session, Tag, &found, SQL(SELECT_ALL(tags), FROM(tags), WHERE(IN_ARRAY(tags.name, names->names, names->count)))));
	cq_status status = CQ_OK;
	for (size_t i = cq_count(post->tags); i > 0 && status == CQ_OK; i--) {
		Tag *const tag = cq_items(post->tags)[i - 1];
		if (!is_among(names, tag->name))
			status = cq_remove(session, post, posts.tags, tag);
	}
	for (size_t i = 0; i < found.count && status == CQ_OK; i++) {
		bool there = false;
		CQ_EACH(Tag, tag, post->tags)
			there = there || tag == found.items[i];
		if (!there)
			status = cq_append(session, post, posts.tags, found.items[i]);
	}
	cq_free(&found);
	return status;
}

/* ---- writing ---------------------------------------------------------------------------------------------------------- */

/* Answers with the post as it is now. */
static cq_status reply_post(Request *request, int status, Post *post)
{
	CQ_TRY(cq_flush(request->session));
	/* What the database has filled in, and the order that it gives tags, is read with it. */
	CQ_TRY(cq_expire(request->session, post));
	CQ_TRY(find_post(request->session, post->id, &post));
	return reply(request, status, post_json(post));
}

cq_status posts_create(Request *request)
{
	cq_session *const session = request->session;
	Form form = form_of(request);
	int64_t author_id = 0;
	const char *title = "", *body = "";
	TagNames names;
	User *author;
	Post *post;
	form_need(&form, "author_id");
	form_need(&form, "title");
	form_need(&form, "body");
	(void)form_number(&form, "author_id", 1, INT64_MAX, &author_id);
	(void)form_text(&form, "title", 1, 200, &title);
	(void)form_text(&form, "body", 0, LONGEST_BODY, &body);
	form_tags(&form, &names);
	if (!form_is_right(&form, request))
		return CQ_OK;
	CQ_TRY(cq_get(session, User, &author, author_id));
	if (author == NULL)
		return refuse(request, 409, "there is no user %" PRId64, author_id);
	CQ_TRY(cq_add_new(session, Post, &post, .title = title, .body = body));
	CQ_TRY(cq_assign(session, post, posts.author, author));
	CQ_TRY(set_tags(session, post, &names));
	CQ_TRY(cq_flush(session));
	request->location = post->id;
	return reply_post(request, 201, post);
}

/* Only what is given changes. Who says which version was read is refused when there is another one. */
cq_status posts_change(Request *request)
{
	cq_session *const session = request->session;
	Form form = form_of(request);
	int64_t version;
	TagNames names;
	Post *post;
	CQ_TRY(find_post(session, request->ids[0], &post));
	if (post == NULL)
		return no_post(request);
	version = post->version;
	(void)form_number(&form, "version", 1, INT32_MAX, &version);
	(void)form_text(&form, "title", 1, 200, &post->title);
	(void)form_text(&form, "body", 0, LONGEST_BODY, &post->body);
	form_tags(&form, &names);
	if (!form_is_right(&form, request))
		return CQ_OK;
	if (version != post->version)
		return refuse(request, 409, "it has version %d: somebody else has changed it meanwhile", (int)post->version);
	if (names.given)
		CQ_TRY(set_tags(session, post, &names));
	return reply_post(request, 200, post);
}

cq_status posts_delete(Request *request)
{
	Post *post;
	CQ_TRY(cq_get(request->session, Post, &post, request->ids[0]));
	if (post == NULL)
		return no_post(request);
	CQ_TRY(cq_delete(request->session, post));
	return reply(request, 204, NULL);
}
