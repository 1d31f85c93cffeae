"""What a function remembers.

An inner function holds the variables it uses, not their values of the moment. Watch the arrow from the function."""
import weakref

class Account:
    def __init__(self):
        self.total = 0

def deposits():
    account = Account()
    watches.append(weakref.ref(account))

    def add(amount):
        account.total += amount
        return account.total

    return add

watches = []
pay = deposits()

# The call is over, and its variable lives on in the function.
assert watches[0]() is not None
assert pay(10) == 10
assert pay(5) == 15

# The function goes, and takes the account along.
del pay
assert watches[0]() is None

# A loop has one variable: all three functions share it.
late = []
for item in ["a", "b", "c"]:
    late.append(lambda: item)
assert late[0]() == "c"
