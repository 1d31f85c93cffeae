"""Temporary self moves into the method."""

class K:
    def __del__(s):
        print('K')

    def m(s):
        del s
        print('m')
K().m()
