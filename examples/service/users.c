/* users.c: the resource /users. What every model needs is CQ_CRUD's. */
#include "handlers.h"

#include <cquel/crud.h>

#include <inttypes.h>

CQ_CRUD(User, users)

json_t *user_json(const User *user)
{
	return json_pack("{s:I, s:s, s:s?, s:o}", "id", (json_int_t)user->id, "username", user->username, "bio", user->bio,
		"created_at", json_moment(user->created_at));
}

static cq_status no_user(Request *request)
{
	return refuse(request, 404, "there is no user %" PRId64, request->ids[0]);
}

cq_status users_list(Request *request)
{
	Page page;
	int64_t total;
	User_objects found;
	if (!page_of(request, &page))
		return CQ_OK;
	CQ_TRY(User_count(request->session, &total));
	CQ_TRY(User_list(request->session, page.offset, page.limit, &found));
	json_t *const items = json_array();
	for (size_t i = 0; i < found.count; i++)
		(void)json_array_append_new(items, user_json(found.items[i]));
	cq_free(&found); /* the array; the users are the session's */
	return reply_page(request, items, &page, total);
}

cq_status users_create(Request *request)
{
	Form form = form_of(request);
	User values = CQ_NEW(User), *user;
	form_need(&form, "username");
	(void)form_text(&form, "username", 1, 40, &values.username);
	(void)form_nullable_text(&form, "bio", 2000, &values.bio);
	if (!form_is_right(&form, request))
		return CQ_OK;
	CQ_TRY(User_create(request->session, &values, &user));
	request->location = user->id;
	return reply(request, 201, user_json(user));
}

cq_status users_show(Request *request)
{
	User *user;
	CQ_TRY(User_get(request->session, request->ids[0], &user));
	return user != NULL ? reply(request, 200, user_json(user)) : no_user(request);
}

cq_status users_change(Request *request)
{
	Form form = form_of(request);
	User_fields fields = { .username = { .given = false } };
	User *user;
	fields.username.given = form_text(&form, "username", 1, 40, &fields.username.value);
	fields.bio.given = form_nullable_text(&form, "bio", 2000, &fields.bio.value);
	if (!form_is_right(&form, request))
		return CQ_OK;
	CQ_TRY(User_update(request->session, request->ids[0], &fields, &user));
	return user != NULL ? reply(request, 200, user_json(user)) : no_user(request);
}

cq_status users_delete(Request *request)
{
	bool found;
	CQ_TRY(User_delete(request->session, request->ids[0], &found));
	return found ? reply(request, 204, NULL) : no_user(request);
}
