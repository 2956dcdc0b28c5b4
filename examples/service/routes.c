/* routes.c: which handler answers which request. */
#include "handlers.h"

const Route routes[] = {
	{ EVHTTP_REQ_GET, "/users", users_list },
	{ EVHTTP_REQ_POST, "/users", users_create },
	{ EVHTTP_REQ_GET, "/users/*", users_show },
	{ EVHTTP_REQ_PATCH, "/users/*", users_change },
	{ EVHTTP_REQ_DELETE, "/users/*", users_delete },
	{ EVHTTP_REQ_GET, "/users/*/posts", posts_of_user },

	{ EVHTTP_REQ_GET, "/posts", posts_list },
	{ EVHTTP_REQ_POST, "/posts", posts_create },
	{ EVHTTP_REQ_GET, "/posts/*", posts_show },
	{ EVHTTP_REQ_PATCH, "/posts/*", posts_change },
	{ EVHTTP_REQ_DELETE, "/posts/*", posts_delete },

	{ EVHTTP_REQ_GET, "/posts/*/comments", comments_list },
	{ EVHTTP_REQ_POST, "/posts/*/comments", comments_create },
	{ EVHTTP_REQ_PATCH, "/comments/*", comments_change },
	{ EVHTTP_REQ_DELETE, "/comments/*", comments_delete },

	{ EVHTTP_REQ_GET, "/tags", tags_list },
	{ 0, NULL, NULL },
};
