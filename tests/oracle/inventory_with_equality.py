"""Items that are equal by value, and therefore cannot be hashed."""


class Item:
    tax = 0.19

    def __init__(self, name, price, quantity=1, tags=()):
        self.name, self.price, self.quantity = name, price, quantity
        self.tags = set(tags)

    def total(self):
        return self.price * self.quantity * (1 + self.tax)

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, {self.price}, quantity={self.quantity})"

    def __eq__(self, other):
        return (self.name, self.price) == (other.name, other.price) if isinstance(other, Item) else NotImplemented


class Book(Item):
    tax = 0.07


stock = [Item("lamp", 20.0, 3, ["home"]), Book("Emma", 8.5, tags={"classic", "novel"}), Item("pen", 1.25, 40)]
print(f"{'item':<10}{'qty':>5}{'total':>12}")
print("-" * 27)
for item in stock:
    print(f"{item.name:<10}{item.quantity:>5d}{item.total():>12,.2f}")
print(f"{'sum':<10}{sum(i.quantity for i in stock):>5}{sum(i.total() for i in stock):>12,.2f}")
print([i for i in stock if not i.tags], [sorted(i.tags) for i in stock], stock.index(Book("Emma", 8.5)), Item("pen", 1.25) in stock)
print(Item("a", 1) == 5, Item("a", 1) != Item("a", 1), stock[0] == stock[1])
try:
    {stock[0]: 1}
except TypeError as e:
    print(e)
prices = {i.name: i.price for i in stock}
cheapest = min(prices, key=prices.get)
print(cheapest, prices[cheapest], sorted(prices, key=prices.get, reverse=True))
