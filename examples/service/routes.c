/* routes.c: which handler answers which request. */
#include "handlers.h"

const Route routes[] = {
	{ EVHTTP_REQ_GET, "/users", users_list },
	{ EVHTTP_REQ_POST, "/users", users_create },
	{ EVHTTP_REQ_GET, "/users/*", users_show },
	{ EVHTTP_REQ_PATCH, "/users/*", users_change },
	{ EVHTTP_REQ_DELETE, "/users/*", users_delete },
	{ 0, NULL, NULL },
};
