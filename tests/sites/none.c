/* tests/sites/none.c: a program without a statement, which still may ask for its places. */
#include <cquel.h>

int main(void)
{
	const cq_site_range here = cq_sites_here();
	cq_engine *engine = NULL;
	if (cq_engine_open(&engine, "sqlite://", NULL, NULL) != CQ_OK || cq_dump_sites(engine, stdout) != CQ_OK)
		return 1;
	cq_engine_close(&engine);
	return here.first == here.end ? 0 : 1;
}
