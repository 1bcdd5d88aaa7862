// DemoCounties
